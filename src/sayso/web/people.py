"""The people who may open a ledger over a network: their passwords, roles and sessions.

Passwords are kept as argon2id hashes, sessions as SHA-256 of the secret in the browser's cookie: a copy of the ledger
signs nobody in. A name is never given to a second person, since decisions are kept under it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import Connection, delete, exists, func, insert, select, update

from sayso.ledger import Ledger, LedgerError, NotFoundError
from sayso.ledger.schema import sessions, users
from sayso.web.attempts import Attempts
from sayso.words import vocabulary

SESSION = timedelta(hours=12)
"""A working day: who comes back the next morning signs in again."""
SHORTEST = 12
"""Characters of a password: NIST SP 800-63B-4 asks for 15 where it is all that protects, 8 beside a second factor."""
_LONGEST = 1_000
_NAME_LONGEST = 80
_HASHER = PasswordHasher()
"""RFC 9106's second choice: 64 MiB, three passes, four lanes."""
_AT_ONCE = BoundedSemaphore(2)
"""Hashes being computed: each takes 64 MiB, and anyone who reaches the desk can ask for one."""


@dataclass(frozen=True, slots=True)
class User:
    """Who may sign in, unless `disabled`. `role` is a key of the vocabulary `roles`, `made` an ISO time in UTC."""

    name: str
    role: str
    made: str
    disabled: bool


class SignInError(Exception):
    """Name or password is wrong; the message doesn't say which."""


class People:
    """The people of one ledger."""

    def __init__(self, ledger: Ledger, attempts: Attempts | None = None) -> None:
        self._ledger = ledger
        self._attempts = attempts or Attempts()

    def exist(self) -> bool:
        """Whether the ledger has accounts; from then on nothing is shown to who isn't signed in."""
        with self._ledger.transaction() as connection:
            return bool(connection.execute(select(exists().select_from(users))).scalar())

    def everyone(self) -> tuple[User, ...]:
        """Everyone, by name."""
        with self._ledger.transaction() as connection:
            return tuple(User(*row) for row in connection.execute(_USERS.order_by(users.c.name)))

    def add(self, name: str, password: str, role: str) -> User:
        """Give a person an account, or one who was removed theirs again. LedgerError for a name that is taken."""
        name = _checked_name(name)
        hashed = _hashed(password)
        with self._ledger.transaction(writing=True) as connection:
            known = _user(connection, name)
            if known is not None and not known.disabled:
                raise LedgerError(f"there is a {name!r} already; a name is never given twice")
            values = {"password": hashed, "role": _checked_role(role), "disabled": False}
            if known is not None:
                connection.execute(update(users).where(users.c.name == name).values(values))
            else:
                connection.execute(insert(users).values(name=name, made=_stamp(_now()), **values))
            return self._kept(connection, name)

    def change(
        self, name: str, *, role: str | None = None, password: str | None = None, disabled: bool | None = None
    ) -> User:
        """Change what is given. A new password and the end of an account end the sessions.

        LedgerError for an unknown name, and where no owner would be left.
        """
        values: dict[str, object] = {}
        if role is not None:
            values["role"] = _checked_role(role)
        if password is not None:
            values["password"] = _hashed(password)
        if disabled is not None:
            values["disabled"] = disabled
        with self._ledger.transaction(writing=True) as connection:
            if values:
                connection.execute(update(users).where(users.c.name == name).values(values))
            if password is not None or disabled:
                connection.execute(delete(sessions).where(sessions.c.name == name))
            return self._kept(connection, name)

    def sign_in(self, name: str, password: str, address: str) -> str:
        """The secret of a new session. SignInError; Attempts' TooManyError where too often that went wrong."""
        self._attempts.begin(name, address)
        with self._ledger.transaction() as connection:
            row = connection.execute(select(users).where(users.c.name == name)).one_or_none()
        usable = row is not None and not row.disabled
        right = _verified(row.password if row is not None and usable else _nobody(), password)
        if row is None or not usable or not right:
            raise SignInError("name or password is wrong")
        self._attempts.succeeded(name, address)
        renewed = _hashed(password) if _HASHER.check_needs_rehash(row.password) else None
        return self._session(name, renewed)

    def who(self, secret: str) -> User | None:
        """Whose session it is; None where it has ended."""
        session = select(sessions.c.name).where(sessions.c.token == _digest(secret))
        session = session.where(sessions.c.expires > _stamp(_now()))
        with self._ledger.transaction() as connection:
            mine = _USERS.where(users.c.name == session.scalar_subquery(), ~users.c.disabled)
            row = connection.execute(mine).one_or_none()
        return None if row is None else User(*row)

    def sign_out(self, secret: str) -> None:
        """End a session."""
        with self._ledger.transaction(writing=True) as connection:
            connection.execute(delete(sessions).where(sessions.c.token == _digest(secret)))

    def _session(self, name: str, renewed: str | None) -> str:
        secret, now = secrets.token_urlsafe(32), _now()
        with self._ledger.transaction(writing=True) as connection:
            connection.execute(delete(sessions).where(sessions.c.expires <= _stamp(now)))
            values = {"token": _digest(secret), "name": name, "made": _stamp(now), "expires": _stamp(now + SESSION)}
            connection.execute(insert(sessions).values(values))
            if renewed is not None:
                connection.execute(update(users).where(users.c.name == name).values(password=renewed))
        return secret

    @staticmethod
    def _kept(connection: Connection, name: str) -> User:
        """The person as they now are, if an owner is left."""
        user = _user(connection, name)
        if user is None:
            raise NotFoundError(f"there is nobody named {name!r}; `sayso users list` shows who there is")
        owners = select(func.count()).where(users.c.role == "owner", ~users.c.disabled)
        if not connection.execute(owners).scalar_one():
            raise LedgerError("one owner must be left; make another first: `sayso users add NAME --role owner`")
        return user


_USERS = select(users.c.name, users.c.role, users.c.made, users.c.disabled)


def _user(connection: Connection, name: str) -> User | None:
    row = connection.execute(_USERS.where(users.c.name == name)).one_or_none()
    return None if row is None else User(*row)


def _checked_name(name: str) -> str:
    if not name.strip() or name != name.strip() or len(name) > _NAME_LONGEST or not name.isprintable():
        raise LedgerError(f"a name is 1 to {_NAME_LONGEST} characters that can be seen, without spaces at its ends")
    return name


def _checked_role(role: str) -> str:
    roles = vocabulary.load("roles")
    if role not in roles:
        raise LedgerError(f"role is {role!r}; it must be one of {', '.join(roles)}")
    return role


def _hashed(password: str) -> str:
    if not SHORTEST <= len(password) <= _LONGEST:
        raise LedgerError(f"a password has at least {SHORTEST} characters; a few words are easier to keep in mind")
    with _AT_ONCE:
        return _HASHER.hash(password)


@cache
def _nobody() -> str:
    """Checked where there is no such name, so that the time of an answer doesn't tell."""
    return _HASHER.hash(secrets.token_urlsafe(16))


def _verified(hashed: str, password: str) -> bool:
    try:
        with _AT_ONCE:
            return _HASHER.verify(hashed, password[:_LONGEST])
    except VerificationError:
        return False


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC)


def _stamp(when: datetime) -> str:
    return when.isoformat(timespec="seconds")

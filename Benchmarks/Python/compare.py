"""Training beside PyTorch and decoding beside ONNX Runtime, in turn: A B A B …"""

import argparse
import json
import statistics
import subprocess
import sys
import time

PAUSE = 0.3  # seconds after a turn, for the threads of the side that just worked to fall asleep


class Side:
    def __init__(self, *command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ready = self.answer()
        self.rounds = []

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"compare-python: {' '.join(self.process.args)} ended: see its message above")
        return json.loads(line)

    def work(self, count):
        self.process.stdin.write(f"{count}\n")
        self.process.stdin.flush()
        return self.answer()["ms"]

    def turn(self, count):
        self.rounds.append(self.work(count))
        time.sleep(PAUSE)

    def end(self):
        self.process.stdin.close()
        self.process.wait()

    @property
    def median(self):
        return statistics.median(statistics.median(round) for round in self.rounds)

    @property
    def fastest(self):
        return min(min(round) for round in self.rounds)


def alternate(ours, theirs, rounds, count):
    for _ in range(rounds):
        ours.turn(count)
        theirs.turn(count)


def report(title, sides, operations, peak, films):
    ours, theirs = sides[0][1], sides[1][1]
    print(f"\n{title}")
    print(f"{'':24}{'median ms':>11}{'min ms':>9}{'films/s':>9}{'GFLOP/s':>9}{'of peak':>9}")
    for name, side in sides:
        rate = operations / side.median * 1e-6
        print(f"  {name:22}{side.median:11.3f}{side.fastest:9.3f}{1e3 * films / side.median:9.0f}"
              f"{rate:9.1f}{100 * rate / peak:8.0f} %")
    pairs = [statistics.median(a) / statistics.median(b) for a, b in zip(ours.rounds, theirs.rounds)]
    print(f"  ratio, ours / theirs: {ours.median / theirs.median:.3f} of the medians, "
          f"{statistics.median(pairs):.3f} median of {len(pairs)} pairs "
          f"({min(pairs):.3f} to {max(pairs):.3f}), {ours.fastest / theirs.fastest:.3f} of the minima")


def training(options, peak):
    ours = Side(options.ours, "train", options.model)
    theirs = Side(sys.executable, options.sides, "train", options.folder)
    print(f"\nThe losses of the first step on the same batch, weights and noise (variant {ours.ready['variant']})")
    worst = 0
    for name in ("reconstruction", "klDivergence", "property", "total"):
        a, b = ours.ready[name], theirs.ready[name]
        difference = abs(a - b) / max(1e-9, abs(b))
        # Not a number is not the same either.
        worst = max(worst, difference) if difference == difference else float("inf")
        print(f"  {name:16} ours {a:14.6f}   PyTorch {b:14.6f}")
    print(f"  largest relative difference {worst:.1e}")
    for side in (ours, theirs):
        side.work(2)
    alternate(ours, theirs, options.rounds, options.steps)
    report(
        f"Training step: {ours.ready['batch']} films, 2 threads, {ours.ready['operations'] * 1e-9:.1f} GFLOP",
        [("seiscope", ours), (f"PyTorch {theirs.ready['version']}", theirs)],
        ours.ready["operations"], peak["two"], ours.ready["batch"])
    for side in (ours, theirs):
        side.end()
    return worst < 1e-4


def decoding(options, peak):
    ours = Side(options.ours, "decode", options.model)
    theirs = Side(sys.executable, options.sides, "decode", options.folder)
    differences = {
        name: max(abs(a - b) for a, b in zip(ours.ready[name], theirs.ready[name]))
        for name in ("logits", "probabilities")}
    species = sum(a != b for a, b in zip(ours.ready["codes"], theirs.ready["codes"]))
    print(f"\nThe first film decoded by both: largest difference of logits {differences['logits']:.1e}, "
          f"of probabilities {differences['probabilities']:.1e}; other species at {species} sites")
    for side in (ours, theirs):
        side.work(20)
    alternate(ours, theirs, options.rounds, options.films)
    report(
        f"Decoding a film: 1 thread, softmax and argmax, {ours.ready['operations'] * 1e-9:.3f} GFLOP",
        [("seiscope", ours), (f"ONNX Runtime {theirs.ready['version']}", theirs)],
        ours.ready["operations"], peak["one"], 1)
    for side in (ours, theirs):
        side.end()
    return all(difference < 1e-3 for difference in differences.values())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ours"), parser.add_argument("sides"), parser.add_argument("folder")
    parser.add_argument("model")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--steps", type=int, default=10, help="training steps in a turn")
    parser.add_argument("--films", type=int, default=300, help="films decoded in a turn")
    options = parser.parse_args()
    peak = json.loads(subprocess.check_output([options.ours, "peak"]))
    print(f"Peak ({peak['vectors']} multiply-adds in registers): "
          f"{peak['one']:.0f} GFLOP/s on one thread, {peak['two']:.0f} on two")
    same = training(options, peak)
    same = decoding(options, peak) and same
    if not same:
        sys.exit("compare-python: the two sides do not compute the same: the times mean nothing")


main()

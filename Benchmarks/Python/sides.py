"""The other sides of Benchmarks/compare-python: each says when it is ready, then does as many rounds as
a line of its input says and prints their times; each answer is one line of JSON."""

import json
import sys
import time

import numpy as np
from safetensors import safe_open


def say(**answer):
    print(json.dumps(answer), flush=True)


def serve(do_one):
    for line in sys.stdin:
        times = []
        for _ in range(int(line)):
            start = time.perf_counter()
            do_one()
            times.append(1e3 * (time.perf_counter() - start))
        say(ms=times)


def read(path):
    with safe_open(path, "np") as file:
        return {name: file.get_tensor(name) for name in file.keys()}, file.metadata()


def train(folder):
    import torch

    from network import Network

    torch.set_num_threads(2)
    torch.set_num_interop_threads(1)
    torch.set_flush_denormal(True)
    batch, settings = read(f"{folder}/batch.safetensors")
    weights = {name: torch.from_numpy(value) for name, value in read(f"{folder}/weights.safetensors")[0].items()}
    codes = torch.from_numpy(batch["codes"].astype(np.int64))
    network = Network(weights, *codes.shape[1:]).to(memory_format=torch.channels_last).train()
    optimizer = torch.optim.Adam(
        network.parameters(), lr=float(settings["learningRate"]), fused=True)
    # Made once, before the clock starts.
    films = torch.nn.functional.one_hot(codes, weights["encoder.conv1.weight"].shape[1]).permute(0, 3, 1, 2)
    films = films.float().contiguous(memory_format=torch.channels_last)
    rest = [torch.from_numpy(batch[name]) for name in ("barriers", "properties", "noise")]
    beta, lam = float(settings["beta"]), float(settings["lambda"])

    def step():
        optimizer.zero_grad(set_to_none=True)
        losses = network.losses(films, codes, *rest, beta, lam)
        losses[3].backward()
        optimizer.step()
        # Our step returns its losses too.
        return [loss.item() for loss in losses]

    names = ["reconstruction", "klDivergence", "property", "total"]
    say(**dict(zip(names, step())), version=torch.__version__)
    serve(step)


def decode(folder):
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper

    model = onnx.load(f"{folder}/decoder.onnx")
    model.graph.node.extend([
        helper.make_node("Softmax", ["logits"], ["probabilities"], axis=1),
        helper.make_node("ArgMax", ["logits"], ["codes"], axis=1, keepdims=0)])
    shape = [d.dim_value or "N" for d in model.graph.output[0].type.tensor_type.shape.dim]
    model.graph.output.extend([
        helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, shape),
        helper.make_tensor_value_info("codes", TensorProto.INT64, [shape[0], *shape[2:]])])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    batch, _ = read(f"{folder}/batch.safetensors")
    names = [value.name for value in session.get_inputs()]
    inputs = [{name: batch[name][i:i + 1] for name in names} for i in range(len(batch["latent"]))]
    logits, probabilities, codes = session.run(["logits", "probabilities", "codes"], inputs[0])
    say(logits=logits.ravel().tolist(), probabilities=probabilities.ravel().tolist(),
        codes=codes.ravel().tolist(), version=onnxruntime.__version__)
    position = 0

    def one():
        nonlocal position
        position = (position + 1) % len(inputs)
        session.run(["probabilities", "codes"], inputs[position])

    serve(one)


if __name__ == "__main__":
    {"train": train, "decode": decode}[sys.argv[1]](sys.argv[2])

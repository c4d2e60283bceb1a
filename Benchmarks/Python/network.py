"""The network of seiscope as a PyTorch module whose state_dict has the names of weights.safetensors."""

import torch
from torch import nn
from torch.nn import functional as F


class Encoder(nn.Module):
    def __init__(self, alphabet, channels, flat, dense, latent):
        super().__init__()
        inputs = [alphabet, *channels[:2]]
        for i, (a, b, stride) in enumerate(zip(inputs, channels, (2, 2, 1)), 1):
            setattr(self, f"conv{i}", nn.Conv2d(a, b, 3, stride, 1))
            setattr(self, f"bn{i}", nn.BatchNorm2d(b))
        self.dense = nn.Linear(flat, dense)
        self.mean = nn.Linear(dense, latent)
        self.logvar = nn.Linear(dense, latent)

    def forward(self, x):
        for i in (1, 2, 3):
            x = F.relu(getattr(self, f"bn{i}")(getattr(self, f"conv{i}")(x)))
        # Flattened C, H, W whatever the memory format.
        x = F.relu(self.dense(x.flatten(1)))
        return self.mean(x), self.logvar(x).clamp(-10, 10)


class Decoder(nn.Module):
    def __init__(self, alphabet, start, channels, small, extra, inputs):
        super().__init__()
        self.shape = (start, *small)
        self.dense = nn.Linear(inputs, start * small[0] * small[1])
        for i, (a, b) in enumerate(zip([start, *channels[:2]], channels), 1):
            stride = 1 if i == 1 else 2
            setattr(self, f"deconv{i}", nn.ConvTranspose2d(a, b, 3, stride, 1, extra[i - 1]))
            setattr(self, f"bn{i}", nn.BatchNorm2d(b))
        self.output = nn.ConvTranspose2d(channels[2], alphabet, 3, 1, 1)

    def forward(self, x):
        x = F.relu(self.dense(x)).view(-1, *self.shape).contiguous(
            memory_format=torch.channels_last)
        for i in (1, 2, 3):
            x = F.relu(getattr(self, f"bn{i}")(getattr(self, f"deconv{i}")(x)))
        return self.output(x)


class Perceptron(nn.Module):
    def __init__(self, widths):
        super().__init__()
        for i, (a, b) in enumerate(zip(widths, widths[1:]), 1):
            setattr(self, f"dense{i}", nn.Linear(a, b))

    def forward(self, x):
        return self.dense3(F.relu(self.dense2(F.relu(self.dense1(x)))))


class Network(nn.Module):
    """Built from the shapes of a state_dict, for films of height × width sites."""

    def __init__(self, weights, height, width):
        super().__init__()
        shape = {name: tuple(value.shape) for name, value in weights.items()}
        half = ((height + 1) // 2, (width + 1) // 2)
        small = ((half[0] + 1) // 2, (half[1] + 1) // 2)
        extra = [(0, 0)] + [
            tuple(to - (2 * n - 1) for n, to in zip(*sizes))
            for sizes in ((small, half), (half, (height, width)))]
        convs = [shape[f"encoder.conv{i}.weight"] for i in (1, 2, 3)]
        deconvs = [shape[f"decoder.deconv{i}.weight"] for i in (1, 2, 3)]
        dense, flat = shape["encoder.dense.weight"]
        self.latent = shape["encoder.mean.weight"][0]
        self.encoder = Encoder(convs[0][1], [c[0] for c in convs], flat, dense, self.latent)
        inputs = shape["decoder.dense.weight"][1]
        self.reads_barriers = inputs > self.latent
        self.decoder = Decoder(
            convs[0][1], deconvs[0][0], [d[1] for d in deconvs], small, extra, inputs)
        for part in ("regressor", "prior"):
            layers = [shape.get(f"{part}.dense{i}.weight") for i in (1, 2, 3)]
            widths = [layers[0][1], *(layer[0] for layer in layers)] if layers[0] else None
            setattr(self, part, Perceptron(widths) if widths else None)
        self.load_state_dict(weights)

    def decode(self, latent, barriers):
        return self.decoder(torch.cat([latent, barriers], 1) if self.reads_barriers else latent)

    def losses(self, films, codes, barriers, properties, noise, beta, lam):
        """Reconstruction, divergence, property error and total, means over the batch."""
        count = len(codes)
        mean, logvar = self.encoder(films)
        logits = self.decode(mean + torch.exp(0.5 * logvar) * noise, barriers)
        reconstruction = F.cross_entropy(logits, codes, reduction="sum") / count
        prior_mean, prior_logvar = torch.zeros_like(mean), torch.zeros_like(mean)
        if self.prior is not None:
            prior_mean, prior_logvar = self.prior(barriers).split(self.latent, 1)
            prior_logvar = prior_logvar.clamp(-10, 10)
        spread = (logvar.exp() + (mean - prior_mean) ** 2) * torch.exp(-prior_logvar)
        divergence = 0.5 * (prior_logvar - logvar + spread - 1).sum() / count
        error = torch.zeros(())
        if self.regressor is not None:
            error = ((self.regressor(mean) - properties) ** 2).sum() / count
        return reconstruction, divergence, error, reconstruction + beta * divergence + lam * error

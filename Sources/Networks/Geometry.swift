internal import OneDNN

extension Architecture {
  /// The images after the six normalised layers: three of the encoder, three of the decoder.
  var layerImages: [ImageShape] {
    let half = (height: (height + 1) / 2, width: (width + 1) / 2)
    let small = (height: smallHeight, width: smallWidth)
    func image(_ channels: Int, _ size: (height: Int, width: Int)) -> ImageShape {
      ImageShape(channels: channels, height: size.height, width: size.width)
    }
    return [
      image(encoderChannels[0], half), image(encoderChannels[1], small),
      image(encoderChannels[2], small), image(decoderChannels[0], small),
      image(decoderChannels[1], half), image(decoderChannels[2], (height, width)),
    ]
  }

  /// The logits.
  var logitImage: ImageShape {
    ImageShape(channels: alphabet, height: height, width: width)
  }

  /// Geometry of the convolution that leads to layer 1 to 5, or to the logits for 6.
  func convolution(to layer: Int, batch: Int) -> (ConvolutionStage.Direction, Convolution) {
    let images = layerImages
    // The decoder starts from an image of the encoder's last shape.
    let input = layer <= 3 ? images[min(layer - 1, 2)] : images[layer - 1]
    switch layer {
    case 1, 2:
      return (
        .down,
        Convolution(
          batch: batch, source: input, destination: images[layer], stride: layer == 1 ? 2 : 1)
      )
    default:
      let output = layer == 6 ? logitImage : images[layer]
      let stride = layer == 4 || layer == 5 ? 2 : 1
      return (.up, Convolution(batch: batch, source: output, destination: input, stride: stride))
    }
  }

  /// The convolution's and the normalisation's names for layers 0 to 5.
  static let layerNames: [(convolution: String, normalisation: String)] = [
    ("encoder.conv1", "encoder.bn1"), ("encoder.conv2", "encoder.bn2"),
    ("encoder.conv3", "encoder.bn3"), ("decoder.deconv1", "decoder.bn1"),
    ("decoder.deconv2", "decoder.bn2"), ("decoder.deconv3", "decoder.bn3"),
  ]
}

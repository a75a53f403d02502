#pragma once

#include "core/image/image_preparation.h"
#include "core/model/model.h"
#include "core/model/model_input.h"

namespace headlight {

/// Turns images into what a vision model reads; for images what a Tokenizer is for texts.
class ImageReader {
 public:
  /// `preparation` is that of the model's own images.
  ImageReader(ImagePreparation preparation, const ModelInfo& model);

  /// An image of any size, prepared; throws Error when the preparation does not give the model's size.
  ModelInput encode(const RgbImage& image) const;
  /// Values [3, height · width] that are prepared already; throws Error for another size than the model's.
  ModelInput encode(Matrix values, PixelSize size) const;

 private:
  ModelInput encode(PixelInput pixels) const;

  ImagePreparation m_preparation;
  ModelInfo m_model;
};

}  // namespace headlight

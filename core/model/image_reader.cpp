#include "core/model/image_reader.h"

#include <utility>

#include "core/base/error.h"

namespace headlight {

ImageReader::ImageReader(ImagePreparation preparation, const ModelInfo& model)
    : m_preparation(std::move(preparation)), m_model(model) {}

ModelInput ImageReader::encode(const RgbImage& image) const { return encode(m_preparation.prepared(image)); }

ModelInput ImageReader::encode(Matrix values, PixelSize size) const {
  return encode(m_preparation.holding(std::move(values), size));
}

ModelInput ImageReader::encode(PixelInput pixels) const {
  if (pixels.height != m_model.imageHeight || pixels.width != m_model.imageWidth)
    throw Error("image: expected " + std::to_string(m_model.imageWidth) + " x " + std::to_string(m_model.imageHeight) +
                " pixels, which model '" + m_model.name + "' has positions for, found " + std::to_string(pixels.width) +
                " x " + std::to_string(pixels.height) + " after its preparation");
  pixels.patchHeight = m_model.patchHeight;
  pixels.patchWidth = m_model.patchWidth;
  pixels.firstPatch = m_model.maxPositions - pixels.patches();
  Encoding encoding;
  const auto add = [&](const std::string& text, bool special) {
    Token token;
    token.id = static_cast<std::int64_t>(encoding.tokens.size());
    token.text = token.display = text;
    token.special = special;
    if (!special) token.sequence = 0;
    encoding.tokens.push_back(std::move(token));
  };
  for (Index i = 0; i < pixels.firstPatch; ++i) add(i == 0 ? "[CLS]" : "[DIST]", true);
  for (Index row = 0; row < pixels.rows(); ++row)
    for (Index col = 0; col < pixels.cols(); ++col) add("r" + std::to_string(row) + "c" + std::to_string(col), false);
  return {std::move(encoding), std::make_shared<const PixelInput>(std::move(pixels))};
}

}  // namespace headlight

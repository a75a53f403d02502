#include "core/model/sound_reader.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "core/base/error.h"
#include "core/image/pixel_input.h"
#include "core/model/sound_frames.h"

namespace headlight {
namespace {

std::string secondsName(double from) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f s", from);
  return text;
}

Token soundToken(std::string text, std::size_t number, std::optional<SoundPlace> place) {
  Token token;
  token.id = static_cast<std::int64_t>(number);
  token.text = token.display = std::move(text);
  token.special = !place;
  if (place) {
    token.sequence = 0;
    token.place = *place;
  }
  return token;
}

}  // namespace

SoundReader::SoundReader(SoundPreparation preparation, const Model& model)
    : m_preparation(std::move(preparation)),
      m_name(model.info().name),
      m_embedding((model.encoder() ? model.encoder()->description() : model.description()).embedding) {}

ModelInput SoundReader::encode(const Sound& sound, std::vector<std::string>& remarks) const {
  return encode(m_preparation.prepared(sound, remarks));
}

ModelInput SoundReader::encode(const TensorTable& prepared) const {
  for (const char* name : {"input_features", "input_values"}) {
    const auto found = prepared.find(name);
    if (found == prepared.end()) continue;
    Shape shape = found->second.shape;
    while (shape.size() > 1 && shape.front() == 1) shape.erase(shape.begin());
    if (!isFloating(found->second.format) || shape.empty() || shape.size() > 2)
      throw Error("tensor '" + std::string(name) + "': expected real numbers [bands, frames] or [samples], found " +
                  shapeText(found->second.shape));
    const std::vector<float> numbers = floatsOf(found->second);
    const Index rows = shape.size() == 2 ? shape[0] : 1, cols = shape.back();
    const Eigen::Map<const Matrix> values(numbers.data(), rows, cols);
    // AST's lie frame by frame.
    return encode(m_embedding.patches ? Matrix(values.transpose()) : Matrix(values));
  }
  throw Error("prepared values: expected a tensor 'input_features' or 'input_values', found none");
}

ModelInput SoundReader::encode(Matrix values) const {
  auto pixels = std::make_shared<PixelInput>();
  const Index length = values.cols();
  const double step = m_preparation.step();
  Encoding encoding;
  if (const auto& part = m_embedding.patches) {
    pixels->height = values.rows();
    pixels->width = length;
    pixels->channels = 1;
    pixels->patchHeight = part->patchHeight;
    pixels->patchWidth = part->patchWidth;
    pixels->strideHeight = part->strideHeight;
    pixels->strideWidth = part->strideWidth;
    pixels->firstPatch = part->leadingTokens();
    if (pixels->height != part->height || pixels->width != part->width)
      throw Error("sound: expected [" + std::to_string(part->height) + ", " + std::to_string(part->width) +
                  "] bands and frames, which model '" + m_name + "' has positions for, found [" +
                  std::to_string(pixels->height) + ", " + std::to_string(pixels->width) + "]");
    for (Index i = 0; i < pixels->firstPatch; ++i)
      encoding.tokens.push_back(soundToken(i == 0 ? "[CLS]" : "[DIST]", encoding.size(), std::nullopt));
    for (Index row = 0; row < pixels->rows(); ++row)
      for (Index col = 0; col < pixels->cols(); ++col) {
        const Index x = col * std::max<Index>(part->strideWidth, 1), y = row * std::max<Index>(part->strideHeight, 1);
        SoundPlace place{static_cast<double>(x) * step, static_cast<double>(x + part->patchWidth) * step};
        place.melBands = {static_cast<int>(y), static_cast<int>(y + part->patchHeight)};
        encoding.tokens.push_back(
            soundToken("r" + std::to_string(row) + "c" + std::to_string(col), encoding.size(), place));
      }
    pixels->values = Eigen::Map<const Matrix>(values.data(), 1, values.size());
  } else {
    const SoundSpec& sound = *m_embedding.sound;
    const Index frames = framesOf(sound, length);
    if (values.rows() != sound.channels || frames < 1)
      throw Error("sound: expected " + std::to_string(sound.channels) + " x enough numbers for a frame of model '" +
                  m_name + "', found " + std::to_string(values.rows()) + " x " + std::to_string(length));
    const bool mel = m_preparation.kind == SoundPreparation::Kind::LogMel;
    const double half = mel ? static_cast<double>(m_preparation.window) / 2 / m_preparation.rate : 0;
    for (Index i = 0; i < frames; ++i) {
      SoundPlace place{static_cast<double>(i * sound.hop) * step, static_cast<double>((i + 1) * sound.hop) * step};
      const Index first = i * sound.hop - sound.before;
      // A spectrum is of the samples around its middle.
      place.heard = {static_cast<double>(first) * step - half,
                     static_cast<double>(first + sound.reach - (mel ? 1 : 0)) * step + half};
      encoding.tokens.push_back(soundToken(secondsName(place.from), encoding.size(), place));
    }
    pixels->channels = values.rows();
    pixels->height = 1;
    pixels->width = length;
    pixels->firstPatch = 0;
    pixels->values = std::move(values);
  }
  return {std::move(encoding), std::move(pixels)};
}

HeardSound SoundReader::heard(const PixelInput& read, double seconds) const {
  HeardSound out;
  out.step = m_preparation.step();
  out.length = seconds;
  // Bands that lie in one row are those of patches.
  out.values = read.channels == 1 && read.height > 1
                   ? Matrix(Eigen::Map<const Matrix>(read.values.data(), read.height, read.width))
                   : read.values;
  return out;
}

}  // namespace headlight

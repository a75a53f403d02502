#include "core/circuits/lens/lens_file.h"

#include <charconv>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/checkpoint/config.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/torch_archive.h"
#include "core/model/architecture.h"

namespace headlight {
namespace {

/// The number between `before` and `after` of a name; none where it is another name.
std::optional<int> numberIn(std::string_view name, std::string_view before, std::string_view after) {
  if (!name.starts_with(before) || !name.ends_with(after) || name.size() <= before.size() + after.size())
    return std::nullopt;
  name.remove_prefix(before.size());
  name.remove_suffix(after.size());
  int number = 0;
  const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (failed != std::errc() || end != name.data() + name.size() || number < 0) return std::nullopt;
  return number;
}

}  // namespace

void LensFile::add(int layer, Map map, const std::string& name, const Model& model) {
  const std::string what = m_place + ", tensor '" + name + "'";
  const Architecture& d = model.description();
  if (layer > static_cast<int>(d.layers.size()))
    throw Error(what + ": expected a lens of '" + model.info().name + "', which has " +
                std::to_string(d.layers.size()) + " layers");
  const Shape square = {d.width, d.width}, line = {d.width};
  if (map.weight.shape != square)
    throw Error(what + ": expected " + shapeText(square) + " as '" + model.info().name + "' is wide, found " +
                shapeText(map.weight.shape));
  if (!map.bias.shape.empty() && map.bias.shape != line)
    throw Error(what + ": expected a bias of " + shapeText(line) + ", found " + shapeText(map.bias.shape));
  m_maps.insert_or_assign(layer, std::move(map));
}

LensFile LensFile::open(const std::filesystem::path& place, const Model& model) {
  LensFile lens;
  lens.m_place = "lens '" + place.string() + "'";
  std::error_code failed;
  if (!std::filesystem::exists(place, failed)) throw Error(lens.m_place + ": expected a folder or file, found none");
  if (std::filesystem::is_directory(place, failed)) {
    const Config config = Config::open(place);
    const std::string type = config.text("lens_type", "linear_tuned_lens");
    if (type != "linear_tuned_lens")
      throw Error(lens.m_place + ": lens_type: expected 'linear_tuned_lens', found '" + type + "'");
    const auto layers = static_cast<Index>(model.description().layers.size());
    if (const Index of = config.size("num_hidden_layers"); of != layers)
      throw Error(lens.m_place + ": expected a lens of '" + model.info().name + "' with " + std::to_string(layers) +
                  " layers, found one with " + std::to_string(of));
    const TensorTable tensors = readTorchArchive(place / "params.pt");
    for (Index layer = 0; layer < layers; ++layer) {
      const std::string name = std::to_string(layer) + ".weight";
      const auto weight = tensors.find(name), bias = tensors.find(std::to_string(layer) + ".bias");
      if (weight == tensors.end())
        throw Error(lens.m_place + ": expected a tensor '" + name + "' for each layer, found none");
      if (bias == tensors.end() && config.flag("bias", true))
        throw Error(lens.m_place + ": expected a bias for layer " + std::to_string(layer) + ", found none");
      lens.add(static_cast<int>(layer),
               {weight->second, bias == tensors.end() ? StoredTensor{Dtype::F32, {}, {}, nullptr} : bias->second, true},
               name, model);
    }
    lens.m_kind = "tuned lens";
    return lens;
  }
  const bool safe = place.extension() == ".safetensors";
  const TensorTable tensors = safe ? readSafetensors(place) : readTorchContents(place).tensors;
  for (const auto& [name, tensor] : tensors)
    if (const auto layer = numberIn(name, "J.", ""))
      lens.add(*layer + 1, {tensor, StoredTensor{Dtype::F32, {}, {}, nullptr}, false}, name, model);
  if (lens.m_maps.empty())
    throw Error(lens.m_place + ": expected the matrices J of a Jacobian lens, or a tuned lens's folder, found neither");
  lens.m_kind = "Jacobian lens";
  return lens;
}

Matrix LensFile::mapped(int layer, MatrixView rows) const {
  const Map& map = m_maps.at(layer);
  const std::vector<float> numbers = floatsOf(map.weight);
  const Eigen::Map<const Matrix> weight(numbers.data(), rows.cols(), rows.cols());
  Matrix out = rows * weight.transpose();
  if (map.added) out += rows;
  if (!map.bias.shape.empty()) {
    const std::vector<float> bias = floatsOf(map.bias);
    out.rowwise() += Eigen::Map<const Vector>(bias.data(), rows.cols()).transpose();
  }
  if (!out.allFinite())
    throw Error(m_place + ": expected finite numbers, found others in what layer " + std::to_string(layer) + " reads");
  return out;
}

}  // namespace headlight

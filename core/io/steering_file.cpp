#include "core/io/steering_file.h"

#include <charconv>
#include <cmath>

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/io/named_tensor.h"

namespace headlight {

void writeSteering(const std::filesystem::path& file, const SteeringVector& vector) {
  NamedTensor tensor = madeTensor("direction", {{"width", vector.direction.size()}});
  for (Index i = 0; i < vector.direction.size(); ++i)
    tensor.values[static_cast<std::size_t>(i)] = static_cast<double>(vector.direction[i]);
  std::map<std::string, std::string> notes = vector.notes;
  notes["layer"] = std::to_string(vector.layer);
  writeTensors(file, {tensor}, notes);
}

SteeringVector readSteering(const std::filesystem::path& file) {
  const std::string name = "'" + file.string() + "'";
  const TensorTable tensors = readSafetensors(file);
  const auto found = tensors.find("direction");
  if (found == tensors.end()) throw Error(name + ": expected a tensor 'direction', found none");
  if (found->second.shape.size() != 1 || found->second.count() == 0)
    throw Error(name + ": direction: expected one axis of the model's width, found " + shapeText(found->second.shape));
  SteeringVector vector;
  vector.notes = safetensorsMetadata(file);
  const std::string layer = vector.notes["layer"];
  vector.notes.erase("layer");
  const auto [end, failed] = std::from_chars(layer.data(), layer.data() + layer.size(), vector.layer);
  if (failed != std::errc() || end != layer.data() + layer.size() || vector.layer < 0)
    throw Error(name + ": layer in the metadata: expected a number from 0 on, found '" + layer + "'");
  const std::vector<float> numbers = floatsOf(found->second);
  vector.direction = Eigen::Map<const Vector>(numbers.data(), static_cast<Index>(numbers.size()));
  if (!vector.direction.allFinite()) throw Error(name + ": direction: expected finite numbers, found others");
  return vector;
}

}  // namespace headlight

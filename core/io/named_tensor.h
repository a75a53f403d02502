#pragma once

#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "core/base/index.h"
#include "core/io/table.h"

namespace headlight {

/// One axis of a tensor: what it counts, and what its places are called.
struct TensorAxis {
  std::string name;  ///< "layer", "head", "token", …
  Index size = 0;
  std::vector<std::string> labels = {};  ///< One for each place, or none: numbers from 0.
};

/// What a method found, as a tensor with a name and axes; a single number has an axis of size 1 without a name.
struct NamedTensor {
  std::string name;
  std::vector<TensorAxis> axes;
  std::vector<double> values;  ///< In row-major order; NaN where there is no number.
  bool whole = false;          ///< Whether they are whole numbers (ids, ranks).
  bool outcomes = false;       ///< Whether they are what a model may predict: ids of tokens, or numbers of classes.
  std::vector<std::string> texts = {};  ///< What a person reads for each value; empty for none.

  /// Where the place of those indices lies among the values.
  std::size_t at(std::initializer_list<Index> indices) const;
  double& operator()(std::initializer_list<Index> indices) { return values[at(indices)]; }
  double operator()(std::initializer_list<Index> indices) const { return values[at(indices)]; }
};

/// A tensor of NaN, or of zeros.
NamedTensor madeTensor(std::string name, std::vector<TensorAxis> axes);
NamedTensor zeroTensor(std::string name, std::vector<TensorAxis> axes, bool whole = false);
/// A tensor of outcomes, -1 for none.
NamedTensor outcomeTensor(std::string name, std::vector<TensorAxis> axes);
/// A tensor of one number.
NamedTensor oneNumber(std::string name, double value);

/// Every number of every tensor in a row of its own: the tensor, its place along each axis (labels, or numbers), the
/// value, and its text where any has one. Axes of the same name share a column; one that a tensor has twice has a
/// column for each.
Table tableOf(const std::vector<NamedTensor>& tensors);

/// Writes tensors to a safetensors file (F32 and I64, the labels of their axes as JSON in the metadata beside `notes`),
/// as CSV (tableOf) or as JSON (notes, and for each tensor its axes, nested values and texts), by the name of `path`;
/// whole or not at all. Throws Error for another name.
void writeTensors(const std::filesystem::path& path, const std::vector<NamedTensor>& tensors,
                  const std::map<std::string, std::string>& notes);
/// The same JSON into a stream.
void writeTensorsJson(std::ostream& out, const std::vector<NamedTensor>& tensors,
                      const std::map<std::string, std::string>& notes);

}  // namespace headlight

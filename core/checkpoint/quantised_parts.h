#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/checkpoint/coded_matrix.h"
#include "core/checkpoint/quantisation.h"

namespace headlight {

/// What one quantisation says about itself while a table is changed.
struct QuantisedTable {
  TensorTable& tensors;
  const Config& settings;
  std::vector<std::string>& remarks;

  /// What stands before `end` in the names that end so.
  std::vector<std::string> stemsOf(std::string_view end) const;
  /// Takes out the tensors whose names end so: scales of activations, which are not quantised here.
  void drop(std::string_view end);
};

/// The tensors of one quantised matrix, by the ends of their names, taken out of a table one by one.
class QuantisedParts {
 public:
  QuantisedParts(QuantisedTable& table, std::string stem) : m_table(table), m_stem(std::move(stem)) {}

  bool has(std::string_view end) const { return m_table.tensors.contains(name(end)); }
  std::string name(std::string_view end) const { return m_stem + std::string(end); }
  /// Takes the tensor out; throws Error where there is none, or one of another format or, unless `shape` is empty,
  /// another shape.
  StoredTensor take(std::string_view end, std::initializer_list<Dtype> formats, const Shape& shape = {});
  /// The same as floats and as whole numbers.
  std::vector<float> floats(std::string_view end, const Shape& shape = {});
  std::vector<std::int64_t> integers(std::string_view end, const Shape& shape = {});
  /// Puts the matrix into the table; throws Error where there is one of that name.
  void put(std::string_view end, CodedMatrix matrix);
  /// Throws Error: "tensor 'x.qweight': expected …, the file has [3, 4]".
  [[noreturn]] void fail(std::string_view end, const std::string& expected, const StoredTensor& found) const;

 private:
  QuantisedTable& m_table;
  std::string m_stem;
};

/// The longest side of a matrix, or of a block of one, that a text may claim.
inline constexpr std::int64_t kMostSide = std::int64_t{1} << 27;
/// Rounds up.
constexpr std::int64_t ceilDivide(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

// One function for each method; they change the table.
void putFp8(QuantisedTable& table);
void putFbgemmFp8(QuantisedTable& table);
void putCompressed(QuantisedTable& table);
void putBitsAndBytes(QuantisedTable& table);
void putGptq(QuantisedTable& table);
void putAwq(QuantisedTable& table);
void putMxfp4(QuantisedTable& table);
/// The matrices of compressed-tensors whose codes are packed into words.
void putPackedWords(QuantisedTable& table);

}  // namespace headlight

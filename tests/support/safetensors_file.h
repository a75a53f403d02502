#pragma once

#include <cstring>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/message_of.h"

namespace headlight::testing {

/// A tensor to be written into a file that a test makes.
struct TestTensor {
  std::string name;
  std::vector<long> shape;
  std::vector<float> values;  ///< Written as F32.
};

/// Writes a file: 8 bytes of length, the header, the data.
inline void writeRawSafetensors(const std::string& file, const std::string& header, const std::string& data) {
  std::ofstream out(file, std::ios::binary);
  const std::uint64_t length = header.size();
  char bytes[8];
  std::memcpy(bytes, &length, 8);
  out.write(bytes, 8);
  out << header << data;
}

/// Writes the tensors one behind the other.
inline void writeSafetensors(const std::string& file, const std::vector<TestTensor>& tensors) {
  std::string header = "{", data;
  for (const TestTensor& tensor : tensors) {
    std::string shape;
    for (const long axis : tensor.shape) shape += (shape.empty() ? "" : ",") + std::to_string(axis);
    const std::size_t begin = data.size();
    data.append(reinterpret_cast<const char*>(tensor.values.data()), tensor.values.size() * sizeof(float));
    header += (header.size() > 1 ? "," : "") +
              ("\"" + tensor.name + "\":{\"dtype\":\"F32\",\"shape\":[" + shape + "],\"data_offsets\":[" +
               std::to_string(begin) + "," + std::to_string(data.size()) + "]}");
  }
  writeRawSafetensors(file, header + "}", data);
}

using headlight::test::messageOf;

}  // namespace headlight::testing

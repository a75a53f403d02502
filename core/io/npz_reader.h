#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// The arrays of a NumPy .npz: numbers, and texts apart (as NumPy's own text arrays have them).
struct NumpyArrays {
  TensorTable tensors;
  std::map<std::string, std::vector<std::string>, std::less<>> texts;
};

/// Reads a .npz. Arrays that are not compressed stay where they are in a memory map of the file, however large it is;
/// compressed ones are unpacked, a gigabyte of them at most. Throws Error for what is no .npz, a broken one, arrays in
/// Fortran order, in big-endian order, or of Python objects.
NumpyArrays readNpz(const std::filesystem::path& file);

}  // namespace headlight

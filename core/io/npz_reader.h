#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// The arrays of a NumPy file: numbers, and texts apart (as NumPy's own text arrays have them). Arrays that are not
/// read have the reason.
struct NumpyArrays {
  TensorTable tensors;
  std::map<std::string, std::vector<std::string>, std::less<>> texts;
  std::map<std::string, std::string, std::less<>> unread;
};

/// Whether the name is one of a .npz or a .npy.
bool isNumpyFile(const std::filesystem::path& file);

/// Reads a .npz, or a .npy as one array without a name. Arrays that are not compressed stay where they are in a memory
/// map of the file, however large it is; compressed ones are unpacked, a gigabyte of them at most. Arrays in Fortran
/// order, in big-endian order, of records or of Python objects are unread. Throws Error for what is no such file, or a
/// broken one.
NumpyArrays readNumpy(const std::filesystem::path& file);

}  // namespace headlight

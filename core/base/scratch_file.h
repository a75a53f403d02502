#pragma once

#include <cstddef>
#include <memory>

namespace headlight {

/// `bytes` bytes of a new file without a name in scratchFolder(), seen as memory and taken from the disk now; the file
/// goes with the last pointer. Throws Error where the disk has too little, bad_alloc where addresses run out.
std::shared_ptr<float> scratchFile(std::size_t bytes);

}  // namespace headlight

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace headlight {

/// Where numbers that are kept for long lie.
enum class Storage {
  Ram,     ///< In the machine's memory.
  ScratchFile  ///< In a file without a name that the system writes out when memory runs short.
};

/// Room for `numbers` numbers, not set. In a scratch file it is taken from the disk now, so that writing cannot fail
/// later; throws Error where the disk of `scratchFolder` has too little.
std::shared_ptr<float> roomFor(std::size_t numbers, Storage place);

/// The folder of scratch files: that of the variable TMPDIR, else /var/tmp, which is a disk where /tmp may be memory.
/// They have no name in it, and go when the program ends, however it ends.
const char* scratchFolder();

/// Bytes of the machine's memory that are free or can be freed at once; 0 where the system does not say.
std::uint64_t availableMemory();

}  // namespace headlight

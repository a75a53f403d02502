#pragma once

namespace headlight {

/// Lets the process keep freed memory (blocks of up to 32 MiB, up to 512 MiB in all) instead of giving it back to the
/// system at once. Runs of a model use the same amounts again and again, and getting fresh pages takes longer than the
/// arithmetic of a short text. For a program's main; without effect where the C library has no such setting.
void keepFreedMemory();

/// Gives what is freed by now back to the system, also between what is in use; takes some milliseconds.
void releaseFreedMemory();

}  // namespace headlight

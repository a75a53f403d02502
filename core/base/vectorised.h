#pragma once

/// In front of a function with a hot loop: compiled several times, for a plain processor and for wider vector units;
/// the fitting one is chosen when the program starts. So a build for any x86-64 machine is quick on the one it runs on.
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__)
#define HEADLIGHT_VECTORISED __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define HEADLIGHT_VECTORISED
#endif

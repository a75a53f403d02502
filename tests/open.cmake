# Functions of suites that fail today, left out of `ctest` and listed as disabled tests ("SUITE_open") until they are mended.
set(open_test_translator_commands answersAreNamedInTheTargetsWords)
set(open_test_any_bytes theFirstSeedIsRead)

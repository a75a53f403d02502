# Functions of suites that fail today, left out of `ctest` and listed as disabled tests ("SUITE_open") until they are mended.
set(open_test_image_window brokenPicturesAndTextModelsSaySo)
set(open_test_translator_commands answersAreNamedInTheTargetsWords)
set(open_test_any_bytes theFirstSeedIsRead)
set(open_test_comparing anotherModelToo)
set(open_test_slide_readers aReaderFindsEveryShape theSchemasHold cellsAreShapesThatCanBeEdited)
set(open_test_shown_session aFigureKeepsWhatItShows)

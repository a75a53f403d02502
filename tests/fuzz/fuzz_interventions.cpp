#include "core/intervention/grammar.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

std::string read(std::string_view input) {
  return fuzz::messageOf([&] {
    const std::vector<Intervention> read = parseInterventions(input);
    fuzz::require(parseInterventions(textOf(read)) == read, "what is written reads as the same");
  });
}

std::vector<std::string> seeds() {
  return {"ablate 1.3,0-2.* mean of \"a \\\"b\\\" \\\\\"; mask key first,3-5 in 0.0",
          "mask row sink; mask cell last special; temperature 0.5 in *.*; uniform 2.1",
          "cap sink 0.2; scale punctuation 1e3; dropout 0.1 seed 7 draws 20 in 1.1",
          "patch pattern 1.2 from \"The dog\"; patch output 0-1.0-1 from \"x\""};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(interventions)

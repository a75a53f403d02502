#include "core/model/families/all.h"
#include "core/model/families/bart_layers.h"

namespace headlight {
namespace {

/// Lewis et al. 2020, "BART".
Description describeBart(const FamilyInput& in) { return bartDescription(in, {.embeddingNorm = true}); }

/// Liu et al. 2020, "mBART": BART with norms before the sublayers.
Description describeMbart(const FamilyInput& in) {
  return bartDescription(in, {.normBefore = true, .embeddingNorm = true});
}

}  // namespace

Family bartFamily() { return {"bart", {"bart"}, describeBart, bartUnread(), bartAliases()}; }
Family mbartFamily() { return {"mbart", {"mbart"}, describeMbart, bartUnread(), bartAliases()}; }

}  // namespace headlight

#include "core/model/families/all.h"
#include "core/model/families/bart_layers.h"

namespace headlight {
namespace {

/// Junczys-Dowmunt et al. 2018, "Marian", as which the OPUS-MT translators are.
Architecture describeMarian(const FamilyInput& in) { return bartDescription(in, {.waves = true}); }

/// Zhang et al. 2020, "PEGASUS": norms before the sublayers.
Architecture describePegasus(const FamilyInput& in) { return bartDescription(in, {.normBefore = true, .waves = true}); }

}  // namespace

Family marianFamily() { return {"marian", {"marian"}, describeMarian, bartUnread(), bartAliases()}; }
Family pegasusFamily() { return {"pegasus", {"pegasus"}, describePegasus, bartUnread(), bartAliases()}; }

}  // namespace headlight

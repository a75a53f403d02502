#pragma once

#include <optional>
#include <vector>

#include "core/intervention/intervention.h"
#include "ui/state/panel_lens.h"
#include "ui/views/selection.h"

namespace headlight {

/// Patches of an image, as a panel sees them, covered with grey and with the image's mean colour; nothing for tokens
/// that are no patches.
std::vector<Intervention> coversAt(Index first, Index last, const LensResult& seen);

/// What can be changed about a head, and about a part of its picture: cells, rows and columns in this head and in every
/// one, then the head itself. `seen` is what the panel sees through `lenses`, by which cells become tokens of the text;
/// cells that stand for none give nothing.
std::vector<Intervention> changesAt(HeadId head, const std::optional<CellRange>& cells, const LensResult& seen,
                                    const std::vector<PanelLens>& lenses);

}  // namespace headlight

#pragma once

#include <QImage>

#include "core/attention/attention_maps.h"
#include "ui/figures/attention_context.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/figure_style.h"

namespace headlight {

/// A whole head in one small picture of at most `side` units (times `ratio` pixels), from one query in the middle of
/// each block: an overview that costs as many rows as it has pixels. Sinks are left out.
QImage heatmapOverview(const AttentionMaps& maps, HeadId head, const AttentionContext& context,
                       const ColourScale& scale, const FigureStyle& style, int side, double ratio);

}  // namespace headlight

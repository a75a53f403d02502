#pragma once

#include <initializer_list>
#include <optional>

#include "core/attention/trace.h"

namespace headlight {

/// The first of a run's layers before `layers` in which values are changed at other sites than `allowed`; none where
/// there is no such layer. The stream that the first layer reads counts as the first layer's.
std::optional<int> layerWithChangedValues(const Trace& trace, int layers, std::initializer_list<LayerSite> allowed);
/// The same of all layers.
std::optional<int> layerWithChangedValues(const Trace& trace, std::initializer_list<LayerSite> allowed);

/// Whether anything is changed in one of a run's layers, of its cross-attention as well.
bool isChanged(const Trace& trace);

}  // namespace headlight

#include "core/model/run_memory.h"

#include <algorithm>
#include <atomic>
#include <string>

#include "core/base/bytes_text.h"
#include "core/base/error.h"

namespace headlight {
namespace {

std::atomic<std::uint64_t> g_traceMemory = 0;

}  // namespace

void setTraceMemory(std::uint64_t bytes) { g_traceMemory = bytes; }

RunMemory runMemory(const Architecture& d, Index tokens, Index sourceTokens) {
  const auto n = static_cast<double>(tokens);
  const auto number = static_cast<double>(sizeof(float));
  RunMemory memory;
  memory.kept = n * number * static_cast<double>(d.width);  // The embeddings.
  double widest = 0;
  for (const LayerSpec& layer : d.layers) {
    const AttentionSpec& a = layer.attention;
    const auto queries = static_cast<double>(a.heads * a.dHead), keys = static_cast<double>(a.kvHeads * a.dHead);
    const auto values = static_cast<double>(a.kvHeads * a.valueNumbers());
    memory.kept += n * number * (queries + keys + values + a.heads + static_cast<double>(d.width));
    if (const auto& c = layer.cross)
      memory.kept += number * (n * static_cast<double>(c->heads * (c->dHead + 1)) +
                               2 * static_cast<double>(sourceTokens * c->kvHeads * c->dHead));
    const double fused = a.layout == QkvLayout::Groups ? queries + 2 * keys : 0;
    const bool gated = layer.feedForward.gate || layer.feedForward.gateIn;
    double inner = static_cast<double>(layer.feedForward.inner) * (gated ? 2 : 1);
    if (layer.experts) {
      memory.kept += n * number * static_cast<double>(layer.experts->experts.size());
      // At worst every token goes to the same expert.
      inner = std::max(inner, 4 * static_cast<double>(layer.experts->experts.front().inner)) +
              2 * static_cast<double>(d.width);
    }
    const double narrow = layer.bottleneck ? 5 * static_cast<double>(layer.bottleneck->width) : 0;
    widest = std::max(widest, queries + fused + inner + narrow);
  }
  memory.during = n * number * (widest + 3 * static_cast<double>(d.width));
  return memory;
}

Storage placeOfTrace(const RunMemory& memory, std::uint64_t most, Index tokens) {
  const auto available = static_cast<double>(availableMemory());
  if (available > 0 && memory.during > available)
    throw Error(std::to_string(tokens) + " tokens need " + bytesText(memory.during) +
                " of memory besides the weights, " + bytesText(available) + " are free; shorten the text");
  if (most == 0) most = g_traceMemory;
  const double room = most > 0 ? static_cast<double>(most) : available > 0 ? (available - memory.during) / 2 : 1e18;
  return memory.kept > room ? Storage::ScratchFile : Storage::Ram;
}

}  // namespace headlight

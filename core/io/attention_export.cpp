#include "core/io/attention_export.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/io/table_writer.h"
#include "core/io/tensor_writer.h"

namespace headlight {
namespace {

/// The chosen numbers below `count`, or all; throws Error for one that is not there.
std::vector<int> chosen(const std::vector<int>& wanted, int count, const char* thing) {
  std::vector<int> all(static_cast<std::size_t>(count));
  std::iota(all.begin(), all.end(), 0);
  if (wanted.empty()) return all;
  for (const int n : wanted)
    if (n < 0 || n >= count)
      throw Error(std::string(thing) + " " + std::to_string(n) + ": expected 0 to " + std::to_string(count - 1) +
                  " (the model has " + std::to_string(count) + " " + thing + "s)");
  return wanted;
}

void writeNumbers(std::ostream& out, const Matrix& numbers) {
  out.write(reinterpret_cast<const char*>(numbers.data()),
            static_cast<std::streamsize>(numbers.size() * sizeof(float)));
}

TensorStream wholeMatrix(std::string name, const Matrix& matrix, bool asVector) {
  std::vector<std::int64_t> shape{matrix.rows(), matrix.cols()};
  if (asVector) shape = {matrix.size()};
  return {std::move(name), TensorStream::Type::F32, std::move(shape),
          [&matrix](std::ostream& out) { writeNumbers(out, matrix); }};
}

std::string joined(const std::vector<int>& numbers) {
  std::string text;
  for (const int n : numbers) text += (text.empty() ? "" : ",") + std::to_string(n);
  return text;
}

std::vector<TensorStream> tensorsOf(const Trace& trace, const ExportChoice& choice, const Progress& progress) {
  const AttentionMaps& maps = *choice.maps;
  std::vector<TensorStream> tensors;
  const auto tokens = static_cast<std::int64_t>(trace.encoding.size());
  tensors.push_back({"input_ids", TensorStream::Type::I64, {tokens}, [&trace](std::ostream& out) {
                       for (const Token& token : trace.encoding.tokens)
                         out.write(reinterpret_cast<const char*>(&token.id), sizeof token.id);
                     }});
  for (std::size_t at = 0; at < choice.layers.size(); ++at) {
    const int layer = choice.layers[at];
    tensors.push_back(
        {"attentions." + std::to_string(layer),
         TensorStream::Type::F32,
         {static_cast<std::int64_t>(choice.heads.size()), maps.queries(), maps.keys()},
         [&maps, &choice, &progress, layer, at](std::ostream& out) {
           constexpr Index kBandCells = 1 << 20;
           const Index band = std::clamp<Index>(kBandCells / maps.keys(), 1, maps.queries());
           for (const int head : choice.heads)
             for (Index row = 0; row < maps.queries() && out; row += band)
               writeNumbers(out,
                            maps.weights({layer, head}, {row, 0, std::min(band, maps.queries() - row), maps.keys()}));
           progress(static_cast<double>(at + 1) / static_cast<double>(choice.layers.size()), "writing attention");
         }});
  }
  if (choice.hiddenStates)
    for (std::size_t l = 0; l < trace.hiddenStates.size(); ++l)
      tensors.push_back(wholeMatrix("hidden_states." + std::to_string(l), trace.hiddenStates[l], false));
  if (choice.logits) tensors.push_back(wholeMatrix("logits", trace.logits.all(), trace.oneVectorOfLogits));
  return tensors;
}

}  // namespace

void exportAttention(const std::filesystem::path& path, const std::shared_ptr<const Trace>& trace,
                     const ExportChoice& wanted, std::optional<std::string> format, const Progress& progress) {
  ExportChoice choice = wanted;
  if (!choice.maps) choice.maps = std::make_shared<TraceMaps>(trace);
  const AttentionMaps& maps = *choice.maps;
  choice.layers = chosen(wanted.layers, maps.layers(), "layer");
  choice.heads = chosen(wanted.heads, maps.heads(), "head");
  if (choice.logits && trace->logits.size() == 0)
    throw Error("logits: expected a model with a head, found one without");

  const std::string kind = format ? *format : path.extension().string();
  const std::string plain = kind.empty() || kind[0] != '.' ? kind : kind.substr(1);
  if (plain == "safetensors") {
    writeSafetensors(path, tensorsOf(*trace, choice, progress),
                     {{"model", trace->model},
                      {"layers", joined(choice.layers)},
                      {"heads", joined(choice.heads)},
                      {"method", choice.method},
                      {"format", "pt"}});
  } else if (plain == "npz") {
    writeNpz(path, tensorsOf(*trace, choice, progress));
  } else if (plain == "json") {
    writeAttentionJson(path, *trace, choice, progress);
  } else if (plain == "csv") {
    writeAttentionCsv(path, choice, progress);
  } else {
    throw Error("output '" + path.string() + "': expected a name ending in .safetensors, .npz, .json or .csv, found '" +
                kind + "'");
  }
}

}  // namespace headlight

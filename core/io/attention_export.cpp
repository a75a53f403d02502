#include "core/io/attention_export.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/attention/row_bands.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/io/table_writer.h"
#include "core/io/tensor_writer.h"
#include "core/text/token_names.h"

namespace headlight {
namespace {

std::string joined(const std::vector<int>& numbers, const char* between = ",") {
  std::string text;
  for (const int n : numbers) text += (text.empty() ? "" : between) + std::to_string(n);
  return text;
}

/// The chosen numbers among those that are there, or all; throws Error for one that is not there, or twice.
std::vector<int> chosen(const std::vector<int>& wanted, const std::vector<int>& there, const char* thing) {
  if (wanted.empty()) return there;
  const int count = static_cast<int>(there.size());
  for (auto n = wanted.begin(); n != wanted.end(); ++n) {
    if (std::find(there.begin(), there.end(), *n) == there.end())
      throw Error(std::string(thing) + " " + std::to_string(*n) + ": expected " +
                  (there.back() + 1 == count ? "0 to " + std::to_string(count - 1) + " (the model has " +
                                                   std::to_string(count) + " " + thing + "s)"
                                             : "one of " + joined(there, ", ")));
    if (std::find(wanted.begin(), n, *n) != n)
      throw Error(std::string(thing) + " " + std::to_string(*n) + ": duplicate");
  }
  return wanted;
}

using Numbers = Eigen::Map<const Matrix>;

Numbers numbersOf(const Matrix& matrix) { return {matrix.data(), matrix.rows(), matrix.cols()}; }

void writeNumbers(std::ostream& out, const Numbers& numbers) {
  out.write(reinterpret_cast<const char*>(numbers.data()),
            static_cast<std::streamsize>(numbers.size() * static_cast<Index>(sizeof(float))));
}

/// `numbers` must live until they are written.
TensorStream wholeMatrix(std::string name, const Numbers& numbers) {
  return {std::move(name), TensorStream::Type::F32, {numbers.rows(), numbers.cols()},
          [numbers](std::ostream& out) { writeNumbers(out, numbers); }};
}

/// What an import needs to know beside the tensors (stored_attention.h).
std::string notesOf(const Trace& trace, const ExportChoice& choice, const std::vector<int>& heads) {
  nlohmann::json notes = {{"version", 1}, {"model", trace.model}};
  if (choice.method != "raw") notes["method"] = choice.method;
  // Layers have their numbers in the names of tensors.
  std::vector<int> fromZero(heads.size());
  std::iota(fromZero.begin(), fromZero.end(), 0);
  if (heads != fromZero) notes["heads"] = heads;
  const auto tokensOf = [](const Encoding& encoding) {
    nlohmann::json tokens = nlohmann::json::array();
    for (const Token& token : encoding.tokens) tokens.push_back(nameOf(token));
    return tokens;
  };
  const auto add = [&](const std::string& prefix, const Encoding& encoding) {
    notes[prefix + "tokens"] = tokensOf(encoding);
    nlohmann::json& special = notes[prefix + "special"] = nlohmann::json::array();
    for (std::size_t i = 0; i < encoding.size(); ++i)
      if (encoding.tokens[i].special) special.push_back(i);
  };
  add(trace.source ? "decoder_" : "", trace.encoding);
  if (trace.source) add("encoder_", trace.source->encoding);
  if (!trace.layers.empty()) notes["causal"] = trace.layers.front().rule->visibility.causal;
  return notes.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

TensorStream idsOf(std::string name, const Encoding& encoding) {
  return {std::move(name),
          TensorStream::Type::I64,
          {static_cast<std::int64_t>(encoding.size())},
          [&encoding](std::ostream& out) {
            for (const Token& token : encoding.tokens)
              out.write(reinterpret_cast<const char*>(&token.id), sizeof token.id);
          }};
}

std::vector<TensorStream> tensorsOf(const Trace& trace, const ExportChoice& choice,
                                    const std::vector<AttentionRows>& attention, const Progress& progress) {
  std::vector<TensorStream> tensors;
  tensors.push_back(idsOf("input_ids", trace.source ? trace.source->encoding : trace.encoding));
  if (trace.source) tensors.push_back(idsOf("decoder_input_ids", trace.encoding));
  for (const AttentionRows& rows : attention)
    for (std::size_t at = 0; at < rows.layers.size(); ++at) {
      const int layer = rows.layers[at];
      const AttentionMaps& maps = *rows.maps;
      tensors.push_back(
          {rows.name + "." + std::to_string(layer),
           TensorStream::Type::F32,
           {static_cast<std::int64_t>(rows.heads.size()), maps.queries(), maps.keys()},
           [&maps, &rows, &progress, layer, at](std::ostream& out) {
             const Index band = bandRows(maps.queries(), maps.keys());
             for (const int head : rows.heads)
               for (Index row = 0; row < maps.queries() && out; row += band) {
                 const Matrix weights =
                     maps.weights({layer, head}, {row, 0, std::min(band, maps.queries() - row), maps.keys()});
                 writeNumbers(out, numbersOf(weights));
               }
             progress(static_cast<double>(at + 1) / static_cast<double>(rows.layers.size()), "writing attention");
           }});
      if (!maps.hasNoTokenShare()) continue;
      std::string name = rows.name;
      tensors.push_back({name.replace(name.find("attentions"), std::string::npos, "no_token") + "." +
                             std::to_string(layer),
                         TensorStream::Type::F32,
                         {static_cast<std::int64_t>(rows.heads.size()), maps.queries()},
                         [&maps, &rows, layer](std::ostream& out) {
                           const Index band = bandRows(maps.queries(), maps.keys());
                           for (const int head : rows.heads)
                             for (Index row = 0; row < maps.queries() && out; row += band) {
                               const Vector share = noTokenShare(maps.weights(
                                   {layer, head}, {row, 0, std::min(band, maps.queries() - row), maps.keys()}));
                               writeNumbers(out, Numbers(share.data(), share.size(), 1));
                             }
                         }});
    }
  const auto hidden = [&tensors](const Trace& of, const std::string& name) {
    for (std::size_t l = 0; l < of.hiddenStates.size(); ++l)
      tensors.push_back(wholeMatrix(name + std::to_string(l), of.hiddenStates[l]));
  };
  if (choice.hiddenStates && trace.source) hidden(*trace.source, "encoder_hidden_states.");
  if (choice.hiddenStates) hidden(trace, trace.source ? "decoder_hidden_states." : "hidden_states.");
  if (choice.logits) {
    const Logits& logits = trace.logits;
    std::vector<std::int64_t> shape{logits.rows(), logits.cols()};
    if (trace.flatLogits) shape = {logits.size()};
    tensors.push_back({"logits", TensorStream::Type::F32, std::move(shape), [&logits](std::ostream& out) {
                         const Index band = bandRows(logits.rows(), logits.cols());
                         for (Index row = 0; row < logits.rows() && out; row += band) {
                           const Matrix some = logits.block(row, std::min(band, logits.rows() - row));
                           writeNumbers(out, numbersOf(some));
                         }
                       }});
  }
  return tensors;
}

}  // namespace

std::string exportFormat(const std::filesystem::path& path, const std::optional<std::string>& format) {
  const std::string kind = format ? *format : path.extension().string();
  std::string plain = kind.empty() || kind[0] != '.' ? kind : kind.substr(1);
  for (const char* known : {"safetensors", "npz", "json", "csv"})
    if (plain == known) return plain;
  throw Error("output '" + path.string() + "': expected a name ending in .safetensors, .npz, .json or .csv, found '" +
              kind + "'");
}

void exportAttention(const std::filesystem::path& path, const std::shared_ptr<const Trace>& trace,
                     const ExportChoice& choice, std::optional<std::string> format, const Progress& progress) {
  const std::string plain = exportFormat(path, format);
  std::vector<AttentionRows> attention;
  const auto add = [&](AttentionType type, std::shared_ptr<const AttentionMaps> maps) {
    const std::string part = trace->source ? std::string(nameOf(type)) + '_' : std::string();
    attention.push_back({part + "attentions", std::move(maps), {}, {}});
    AttentionRows& rows = attention.back();
    rows.layers = chosen(choice.layers, rows.maps->layerNumbers(), "layer");
    rows.heads = chosen(choice.heads, rows.maps->headNumbers(), "head");
  };
  for (const ExportedAttention& one : choice.attention) add(one.type, one.maps);
  if (choice.attention.empty())
    for (const auto& [type, name] : kAttentions)
      if (trace->has(type)) add(type, std::make_shared<TraceMaps>(trace, type));
  if (choice.logits && trace->logits.size() == 0)
    throw Error("logits: expected a model with a head, found one without");

  if (plain == "safetensors") {
    writeSafetensors(path, tensorsOf(*trace, choice, attention, progress),
                     {{"model", trace->model},
                      {"layers", joined(attention.front().layers)},
                      {"heads", joined(attention.front().heads)},
                      {"method", choice.method},
                      {"headlight", notesOf(*trace, choice, attention.front().heads)},
                      {"format", "pt"}});
  } else if (plain == "npz") {
    std::vector<TensorStream> tensors = tensorsOf(*trace, choice, attention, progress);
    const std::string notes = notesOf(*trace, choice, attention.front().heads);
    tensors.push_back(
        {"headlight", TensorStream::Type::U8, {static_cast<std::int64_t>(notes.size())}, [&notes](std::ostream& out) {
           out << notes;
         }});
    writeNpz(path, tensors);
  } else if (plain == "json") {
    writeAttentionJson(path, *trace, choice, attention, progress);
  } else {
    writeAttentionCsv(path, choice, attention, progress);
  }
}

}  // namespace headlight

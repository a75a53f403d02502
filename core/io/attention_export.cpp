#include "core/io/attention_export.h"

#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <type_traits>

#include "core/attention/row_bands.h"
#include "core/attention/scores.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/image/pixel_input.h"
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
  if (trace.earlier)
    for (const AttentionType stage : trace.stages()) add(stagePrefix(stage), trace.stackOf(stage).encoding);
  else
    add(trace.source ? "decoder_" : "", trace.encoding);
  if (trace.source) add("encoder_", trace.source->encoding);
  if (!trace.layers.empty())
    notes["causal"] = trace.layers.front().rule->visibility.causal && !trace.layers.front().rule->visibility.ranges;
  return notes.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Whether text and picture are compared, each with a stack of its own.
bool isPair(const Trace& trace) {
  return std::any_of(trace.pooled.begin(), trace.pooled.end(),
                     [](const auto& one) { return one.first == "text_embeds"; });
}

/// What stands before "attentions" and "hidden_states".
std::string prefixOf(const Trace& trace, AttentionType type) {
  if (type == AttentionType::Vision) return "vision_";
  if (stageOf(type)) return stagePrefix(type);
  if (isPair(trace)) return "text_";
  return trace.source ? std::string(nameOf(type)) + '_' : std::string();
}

/// Tiles of a tower that are written apart; 0 where it is written as one.
Index tilesApart(const Trace& trace) {
  const bool whole = isPair(trace) || !trace.tower || !trace.tower->pixels || trace.tower->pixels->cut;
  return whole ? 0 : trace.tower->pixels->tiles();
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

/// `head_attention` [heads, 1, keys], of the one query that gathers an image.
void addPoolingAttention(const AttentionRecord& record, std::vector<TensorStream>& tensors) {
  const Index heads = record.rule->heads, keys = record.keys();
  tensors.push_back(
      {"head_attention", TensorStream::Type::F32, {heads, 1, keys}, [&record, heads, keys](std::ostream& out) {
         Matrix all(heads, keys);
         for (Index head = 0; head < heads; ++head)
           computeWeights(record, static_cast<int>(head), {0, 0, 1, keys}, all.middleRows(head, 1));
         writeNumbers(out, numbersOf(all));
       }});
}

template <class Number>
TensorStream numbersNamed(std::string name, std::vector<std::int64_t> shape, std::vector<Number> numbers) {
  constexpr auto kType = std::is_same_v<Number, float> ? TensorStream::Type::F32 : TensorStream::Type::I64;
  return {std::move(name), kType, std::move(shape),
          [kept = std::make_shared<const std::vector<Number>>(std::move(numbers))](std::ostream& out) {
            out.write(reinterpret_cast<const char*>(kept->data()),
                      static_cast<std::streamsize>(kept->size() * sizeof(Number)));
          }};
}

/// Rows and columns of the cells that the tokens of each picture stand in: of its tiles where there are some.
std::vector<std::int64_t> gridsOf(const std::vector<Token>& tokens) {
  std::set<int> tiled;  // The whole picture counts only where it has no tiles.
  for (const Token& token : tokens)
    if (const ImagePlace* place = token.imagePlace(); place && place->row >= 0 && place->tile != 0)
      tiled.insert(place->image);
  std::vector<std::int64_t> grids;
  for (const Token& token : tokens) {
    const ImagePlace* place = token.imagePlace();
    if (!place || place->row < 0) continue;
    const auto at = static_cast<std::size_t>(2 * place->image);
    if (grids.size() < at + 2) grids.resize(at + 2, 0);
    if (place->tile == 0 && tiled.contains(place->image)) continue;
    grids[at] = std::max<std::int64_t>(grids[at], place->row + 1);
    grids[at + 1] = std::max<std::int64_t>(grids[at + 1], place->col + 1);
  }
  return grids;
}

/// Where the tokens of a stack stand in pictures; `joined` for a text with pictures in it.
void addImagePlaces(const std::vector<Token>& tokens, bool joined, std::vector<TensorStream>& tensors) {
  std::vector<std::int64_t> positions, cells;
  std::vector<float> boxes;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const ImagePlace* place = tokens[i].imagePlace();
    if (!place) continue;
    positions.push_back(static_cast<std::int64_t>(i));
    for (const int number : {place->image, place->tile, place->row, place->col}) cells.push_back(number);
    boxes.insert(boxes.end(), place->box.begin(), place->box.end());
  }
  const auto count = static_cast<std::int64_t>(positions.size());
  std::vector<std::int64_t> grids = gridsOf(tokens);
  const auto pictures = static_cast<std::int64_t>(grids.size() / 2);
  tensors.push_back(numbersNamed("image_positions", {count}, std::move(positions)));
  tensors.push_back(numbersNamed("boxes", {count, 4}, std::move(boxes)));
  tensors.push_back(numbersNamed(
      "image_grid", joined ? std::vector<std::int64_t>{pictures, 2} : std::vector{2 * pictures}, std::move(grids)));
  if (joined) tensors.push_back(numbersNamed("image_cells", {count, 4}, std::move(cells)));
}

/// The same in sounds.
void addSoundPlaces(const std::vector<Token>& tokens, std::vector<TensorStream>& tensors) {
  std::vector<float> times, heard;
  std::vector<std::int64_t> bands, positions;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const SoundPlace* place = tokens[i].soundPlace();
    if (!place) continue;
    positions.push_back(static_cast<std::int64_t>(i));
    times.insert(times.end(), {static_cast<float>(place->from), static_cast<float>(place->to)});
    if (place->heard)
      heard.insert(heard.end(), {static_cast<float>((*place->heard)[0]), static_cast<float>((*place->heard)[1])});
    if (place->melBands) bands.insert(bands.end(), {(*place->melBands)[0], (*place->melBands)[1]});
  }
  const auto count = static_cast<std::int64_t>(positions.size());
  tensors.push_back(numbersNamed("time", {count, 2}, std::move(times)));
  if (!heard.empty()) tensors.push_back(numbersNamed("receptive", {count, 2}, std::move(heard)));
  if (bands.empty()) return;
  // Patches of a spectrogram: rows of bands, columns of time.
  std::int64_t columns = 0;
  while (columns < count && bands[static_cast<std::size_t>(2 * columns)] == bands.front()) ++columns;
  tensors.push_back(numbersNamed("image_grid", {2}, std::vector<std::int64_t>{count / columns, columns}));
  tensors.push_back(numbersNamed("mel_rows", {count, 2}, std::move(bands)));
  tensors.push_back(numbersNamed("image_positions", {count}, std::move(positions)));
}

/// Boxes of all tokens of a stage, in windows of a grid, of which `grid` rows and columns are patches.
void addStagePlaces(const std::string& prefix, const std::vector<Token>& tokens, std::vector<TensorStream>& tensors) {
  std::vector<float> boxes;
  std::vector<std::int64_t> grid{0, 0};
  for (const Token& token : tokens) {
    const ImagePlace& place = *token.imagePlace();
    boxes.insert(boxes.end(), place.box.begin(), place.box.end());
    if (!token.special) grid = {place.row + 1, std::max<std::int64_t>(grid[1], place.col + 1)};
  }
  tensors.push_back(numbersNamed(prefix + "boxes", {static_cast<std::int64_t>(tokens.size()), 4}, std::move(boxes)));
  tensors.push_back(numbersNamed(prefix + "grid", {2}, std::move(grid)));
}

void addPlaces(const Trace& trace, std::vector<TensorStream>& tensors) {
  if (trace.earlier) {
    for (const AttentionType stage : trace.stages())
      addStagePlaces(stagePrefix(stage), trace.stackOf(stage).encoding.tokens, tensors);
    return;
  }
  const bool joined = trace.tower && !isPair(trace);
  const Trace& looked = joined ? trace : trace.tower ? *trace.tower : trace.source ? *trace.source : trace;
  const auto& tokens = looked.encoding.tokens;
  if (std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.soundPlace() != nullptr; })) {
    addSoundPlaces(tokens, tensors);
    return;
  }
  const bool none = std::none_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.imagePlace(); });
  addImagePlaces(tokens, joined || none, tensors);
  if (!joined) return;
  std::vector<float> boxes;
  std::vector<std::int64_t> cells;
  for (const Token& token : trace.tower->encoding.tokens) {
    const ImagePlace elsewhere, *place = token.imagePlace() ? token.imagePlace() : &elsewhere;
    boxes.insert(boxes.end(), place->box.begin(), place->box.end());
    for (const int number : {place->image, place->row, place->col}) cells.push_back(number);
  }
  const Index tiles = tilesApart(trace);
  const auto count = static_cast<std::int64_t>(boxes.size() / 4);
  if (tiles > 0) {
    tensors.push_back(numbersNamed("vision_boxes", {tiles, count / tiles, 4}, std::move(boxes)));
    return;
  }
  tensors.push_back(numbersNamed("vision_boxes", {count, 4}, std::move(boxes)));
  tensors.push_back(numbersNamed("vision_cells", {count, 3}, std::move(cells)));
}

void addMedia(const std::shared_ptr<const SeenMedia>& media, std::vector<TensorStream>& tensors) {
  for (std::size_t i = 0; i < media->pictures.size(); ++i)
    if (const auto& image = media->pictures[i].image)
      tensors.push_back({"picture." + std::to_string(i),
                         TensorStream::Type::U8,
                         {image->height, image->width, 3},
                         [image](std::ostream& out) {
                           out.write(reinterpret_cast<const char*>(image->bytes.data()),
                                     static_cast<std::streamsize>(image->bytes.size()));
                         }});
  if (!media->sound) return;
  const Matrix& values = media->sound->values;
  tensors.push_back(numbersNamed("spectrogram", {values.rows(), values.cols()},
                                 std::vector<float>(values.data(), values.data() + values.size())));
  tensors.push_back(numbersNamed(
      "sound_times", {2},
      std::vector<float>{static_cast<float>(media->sound->step), static_cast<float>(media->sound->length)}));
}

std::vector<TensorStream> tensorsOf(const Trace& trace, const ExportChoice& choice,
                                    const std::vector<AttentionRows>& attention, const Progress& progress) {
  std::vector<TensorStream> tensors;
  for (const AttentionType stage : trace.stages())
    tensors.push_back(idsOf(stagePrefix(stage) + "input_ids", trace.stackOf(stage).encoding));
  if (!trace.earlier) tensors.push_back(idsOf("input_ids", trace.source ? trace.source->encoding : trace.encoding));
  if (trace.source) tensors.push_back(idsOf("decoder_input_ids", trace.encoding));
  for (const AttentionRows& rows : attention)
    for (std::size_t at = 0; at < rows.layers.size(); ++at) {
      const int layer = rows.layers[at];
      const AttentionMaps& maps = *rows.maps;
      if (const Index tiles = rows.name == "vision_attentions" ? tilesApart(trace) : 0; tiles > 0) {
        const Index each = maps.queries() / tiles;
        tensors.push_back(
            {rows.name + "." + std::to_string(layer),
             TensorStream::Type::F32,
             {tiles, static_cast<std::int64_t>(rows.heads.size()), each, each},
             [&maps, &rows, layer, tiles, each](std::ostream& out) {
               for (Index tile = 0; tile < tiles; ++tile)
                 for (const int head : rows.heads)
                   writeNumbers(out, numbersOf(maps.weights({layer, head}, {tile * each, tile * each, each, each})));
             }});
        continue;
      }
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
  const auto hidden = [&tensors, &trace](const Trace& of, const std::string& name) {
    for (std::size_t l = 0; l < of.hiddenStates.size(); ++l) {
      tensors.push_back(wholeMatrix(name + std::to_string(l), of.hiddenStates[l]));
      const Index tiles = &of == trace.tower.get() ? tilesApart(trace) : 0;
      if (tiles > 0) {
        auto& shape = tensors.back().shape;
        shape = {tiles, shape[0] / tiles, shape[1]};
      }
    }
  };
  if (choice.hiddenStates && trace.source) hidden(*trace.source, "encoder_hidden_states.");
  if (choice.hiddenStates && trace.tower) hidden(*trace.tower, "vision_hidden_states.");
  if (choice.hiddenStates)
    for (const AttentionType stage : trace.stages())
      hidden(trace.stackOf(stage), stagePrefix(stage) + "hidden_states.");
  if (choice.hiddenStates && !trace.earlier) hidden(trace, prefixOf(trace, AttentionType::Self) + "hidden_states.");
  for (const auto& [name, values] : trace.pooled) {
    if (!(name == "logits_per_image" ? choice.logits : choice.hiddenStates)) continue;
    tensors.push_back(wholeMatrix(name, numbersOf(values)));
    if (name.ends_with("pooler_output")) tensors.back().shape = {values.size()};
  }
  if (choice.hiddenStates)
    for (const Trace* stack : {&trace, trace.tower.get()})
      if (stack && stack->pooling.rule) addPoolingAttention(stack->pooling, tensors);
  if (choice.places) addPlaces(trace, tensors);
  if (choice.media) addMedia(choice.media, tensors);
  if (choice.logits && trace.logits.size() > 0) {
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

bool hasLogits(const Trace& trace) {
  return trace.logits.size() > 0 || std::any_of(trace.pooled.begin(), trace.pooled.end(),
                                                [](const auto& one) { return one.first == "logits_per_image"; });
}

void exportAttention(const std::filesystem::path& path, const std::shared_ptr<const Trace>& trace,
                     const ExportChoice& choice, std::optional<std::string> format, const Progress& progress) {
  const std::string plain = exportFormat(path, format);
  std::vector<AttentionRows> attention;
  const auto add = [&](AttentionType type, std::shared_ptr<const AttentionMaps> maps) {
    attention.push_back({prefixOf(*trace, type) + "attentions", std::move(maps), {}, {}});
    AttentionRows& rows = attention.back();
    rows.layers = chosen(choice.layers, rows.maps->layerNumbers(), "layer");
    rows.heads = chosen(choice.heads, rows.maps->headNumbers(), "head");
  };
  for (const ExportedAttention& one : choice.attention) add(one.type, one.maps);
  if (choice.attention.empty() && trace->tower)
    add(AttentionType::Vision, std::make_shared<TraceMaps>(trace, AttentionType::Vision));
  if (choice.attention.empty())
    for (const AttentionType stage : trace->stages()) add(stage, std::make_shared<TraceMaps>(trace, stage));
  if (choice.attention.empty() && !trace->earlier)
    for (const auto& [type, name] : kAttentions)
      if (trace->has(type)) add(type, std::make_shared<TraceMaps>(trace, type));
  if (choice.logits && !hasLogits(*trace)) throw Error("logits: expected a model with a head, found one without");

  if (plain == "safetensors") {
    std::map<std::string, std::string> metadata{{"model", trace->model},
                                                {"method", choice.method},
                                                {"headlight", notesOf(*trace, choice, attention.front().heads)},
                                                {"format", "pt"}};
    // Numbers of several attentions only where all have the same.
    const auto same = [&](std::vector<int> AttentionRows::*numbers) {
      return std::all_of(attention.begin(), attention.end(),
                         [&](const AttentionRows& rows) { return rows.*numbers == attention.front().*numbers; });
    };
    if (!trace->earlier || same(&AttentionRows::layers)) metadata["layers"] = joined(attention.front().layers);
    if (!trace->earlier || same(&AttentionRows::heads)) metadata["heads"] = joined(attention.front().heads);
    writeSafetensors(path, tensorsOf(*trace, choice, attention, progress), metadata);
  } else if (plain == "npz") {
    std::vector<TensorStream> tensors = tensorsOf(*trace, choice, attention, progress);
    const std::string notes = notesOf(*trace, choice, attention.front().heads);
    tensors.push_back(
        {"headlight", TensorStream::Type::U8, {static_cast<std::int64_t>(notes.size())}, [&notes](std::ostream& out) {
           out << notes;
         }});
    writeNpz(path, tensors);
  } else if (choice.places || choice.media) {
    throw Error("places: expected an output .safetensors or .npz, found '" + plain + "'");
  } else if (plain == "json") {
    writeAttentionJson(path, *trace, choice, attention, progress);
  } else {
    writeAttentionCsv(path, choice, attention, progress);
  }
}

}  // namespace headlight

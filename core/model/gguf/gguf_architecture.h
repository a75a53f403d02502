#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/checkpoint/gguf/gguf_file.h"

namespace headlight {

/// What a GGUF file says of its architecture, under keys without the architecture's name ("attention.head_count"), and
/// its tensors. What is asked for is remembered, so that what nobody asked for can be told.
class GgufFacts {
 public:
  explicit GgufFacts(const GgufFile& file);

  const std::string& architecture() const { return m_architecture; }
  bool has(std::string_view key) const;
  std::int64_t integer(std::string_view key) const;
  std::int64_t integer(std::string_view key, std::int64_t otherwise) const;
  double number(std::string_view key) const;
  double number(std::string_view key, double otherwise) const;
  std::string text(std::string_view key, std::string_view otherwise) const;
  bool flag(std::string_view key, bool otherwise) const;
  std::vector<std::int64_t> integers(std::string_view key) const;
  bool isList(std::string_view key) const;
  /// "'model.gguf': metadata 'llama.block_count'", to begin a message with.
  std::string where(std::string_view key) const;

  /// The tensor of that name, or null.
  const StoredTensor* tensor(std::string_view name) const;
  bool hasTensor(std::string_view name) const { return tensor(name) != nullptr; }
  /// The numbers of a small tensor of one axis; empty when it is not there.
  std::vector<double> numbersOf(std::string_view name) const;

  /// Keys of the architecture that nothing asked for and that may change what the model computes.
  std::vector<std::string> unread() const;
  const GgufMetadata& metadata() const { return m_file->metadata; }

 private:
  std::string full(std::string_view key) const;
  const GgufFile* m_file;
  std::string m_architecture;
  mutable std::set<std::string, std::less<>> m_read;
};

/// What has to be done with a tensor of the file to make it the one of our description.
enum class GgufChange {
  None,
  PairedRows,   ///< Rows of each head lie in pairs that turn together: the first half of them goes first again.
  OutIn,        ///< Our description names it [in, out]; the file has [out, in].
  Grouped,      ///< All queries, keys and values, which our description has group by group.
  Experts,      ///< One tensor for all experts: one for each, "E" in the name.
  LessOne,      ///< Gains that hold the 1 which the model adds.
  LatentKeys,   ///< [heads, latent, content]: one part of the map from the latent numbers.
  LatentValues  ///< [heads, value, latent]: the other.
};

/// One name in the file and the name in our description, both without ".weight" and ".bias" unless `whole`. "N" is the
/// layer's number; our names are relative to the layer ("self_attn.q_proj") where the file's begin with "blk.N.",
/// "enc.blk.N." or "dec.blk.N.".
struct GgufName {
  std::string_view file, ours;
  GgufChange change = GgufChange::None;
  bool whole = false;  ///< Both names are complete.
};

/// One architecture of GGUF files: how its metadata and names become those of a family.
struct GgufArchitecture {
  std::string_view name;       ///< general.architecture.
  std::string_view modelType;  ///< The family's model_type.
  std::string_view hubClass;   ///< What config.json of such a model names as its architecture.
  std::string_view layers;     ///< What our names of a layer's tensors begin with: "model.layers.".
  std::vector<GgufName> names;  ///< In place of, and beside, those of kGgufDecoderNames.
  bool decoderNames = true;     ///< Whether those apply.
  bool pairedRows = false;      ///< Queries and keys lie as GgufChange::PairedRows.
  bool gainsHoldOne = false;    ///< All norms lie as GgufChange::LessOne.
  /// Whether the file is of this kind, where several of one name differ; null: yes.
  bool (*applies)(const GgufFacts&) = nullptr;
  /// Adds what the family reads of config.json.
  void (*config)(const GgufFacts&, nlohmann::json&) = nullptr;
  std::string_view remark = {};  ///< What the file cannot say, and what is taken for it.
  std::string_view decoderLayers = {};  ///< As `layers`, of the decoder in an encoder–decoder model.
};

/// Names of decoders in Llama's tradition.
extern const std::vector<GgufName> kGgufDecoderNames;
/// All that are read.
const std::vector<GgufArchitecture>& ggufArchitectures();
/// The one of `facts`; throws Error that names those that are read.
const GgufArchitecture& ggufArchitectureOf(const GgufFacts& facts);

/// config.json of a model of that kind. Throws Error for metadata that is missing or wrong.
nlohmann::json ggufConfig(const GgufFacts& facts, const GgufArchitecture& architecture);
/// The tensors under the names of our description. Those that only need another name stay in the file.
TensorTable ggufTensors(const GgufFile& file, const GgufFacts& facts, const GgufArchitecture& architecture);

}  // namespace headlight

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "core/base/error.h"
#include "core/base/index.h"
#include "core/model/gguf/gguf_architecture.h"

namespace headlight {
namespace {

/// A copy of the rows of `tensor` in another order: row i is its row `from(i)`.
template <typename From>
StoredTensor reordered(const StoredTensor& tensor, From from) {
  const auto rows = static_cast<std::size_t>(tensor.shape.front());
  const std::size_t bytes = rows == 0 ? 0 : tensor.bytes.size() / rows;
  auto copy = std::make_shared<std::vector<std::byte>>(tensor.bytes.size());
  for (std::size_t i = 0; i < rows; ++i)
    std::ranges::copy(tensor.bytes.subspan(static_cast<std::size_t>(from(static_cast<Index>(i))) * bytes, bytes),
                      copy->begin() + static_cast<std::ptrdiff_t>(i * bytes));
  StoredTensor out = tensor;
  out.bytes = *copy;
  out.owner = std::move(copy);
  out.file.reset();
  return out;
}

/// A tensor of floats that is made here.
StoredTensor tensorOf(std::vector<float> numbers, Shape shape) {
  auto owned = std::make_shared<std::vector<float>>(std::move(numbers));
  StoredTensor out;
  out.shape = std::move(shape);
  out.bytes = std::as_bytes(std::span(*owned));
  out.owner = std::move(owned);
  return out;
}

/// What names of layers begin with: "enc." and "dec." in encoder–decoder models.
constexpr std::array<std::string_view, 3> kBlocks = {"blk.", "enc.blk.", "dec.blk."};

/// The name without its layer: "attn_q.weight" of "blk.3.attn_q.weight", with 3.
struct SplitName {
  std::string_view block;  ///< Of kBlocks; empty for tensors of no layer.
  std::optional<std::int64_t> layer;
  std::string stem, ending;  ///< "attn_q", ".weight"
};
SplitName splitName(const std::string& name) {
  SplitName split;
  std::string rest = name;
  for (const std::string_view block : kBlocks) {
    if (!name.starts_with(block)) continue;
    const auto dot = name.find('.', block.size());
    const std::string number = name.substr(block.size(), dot - block.size());
    const bool digits = !number.empty() && number.size() < 9 &&
                        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (dot != std::string::npos && digits) {
      split.block = block;
      split.layer = std::stoll(number);
      rest = name.substr(dot + 1);
    }
  }
  const auto last = rest.rfind('.');
  split.stem = rest.substr(0, last);
  split.ending = last == std::string::npos ? "" : rest.substr(last);
  return split;
}

class Mapper {
 public:
  Mapper(const GgufFile& file, const GgufFacts& facts, const GgufArchitecture& architecture)
      : m_file(file), m_facts(facts), m_architecture(architecture) {}

  TensorTable map() {
    for (const auto& [name, tensor] : m_file.tensors) add(name, tensor);
    return std::move(m_out);
  }

 private:
  const GgufName* ruleOf(const SplitName& split) const {
    const auto in = [&](const std::vector<GgufName>& names) -> const GgufName* {
      for (const GgufName& rule : names) {
        const auto block = std::find_if(kBlocks.begin(), kBlocks.end(),
                                        [&](std::string_view each) { return rule.file.starts_with(each); });
        const std::string_view of = block == kBlocks.end() ? std::string_view() : *block;
        if (of != split.block) continue;
        const std::string_view file = rule.file.substr(of.size());
        if (rule.whole ? file == split.stem + split.ending : file == split.stem) return &rule;
      }
      return nullptr;
    };
    if (const GgufName* own = in(m_architecture.names)) return own;
    return m_architecture.decoderNames ? in(kGgufDecoderNames) : nullptr;
  }

  void add(const std::string& name, const StoredTensor& tensor) {
    SplitName split = splitName(name);
    // Older files have a tensor for each expert: "ffn_gate.0.weight".
    std::optional<std::string> expert;
    if (const auto dot = split.stem.rfind('.');
        split.layer && dot != std::string::npos && split.stem.starts_with("ffn_")) {
      expert = split.stem.substr(dot + 1);
      split.stem = split.stem.substr(0, dot) + "_exps";
    }
    const GgufName* rule = ruleOf(split);
    if (!rule) {
      put(name, name, tensor);
      return;
    }
    std::string ours(rule->ours);
    if (split.layer)
      ours = std::string(split.block == "dec.blk." ? m_architecture.decoderLayers : m_architecture.layers) +
             std::to_string(*split.layer) + "." + ours;
    if (!rule->whole) ours += split.ending;
    if (expert) {
      put(expertName(ours, *expert), name, tensor);
      return;
    }
    GgufChange change = rule->change;
    // Biases of norms lie as they are.
    if (change == GgufChange::None && m_architecture.gainsHoldOne && split.ending == ".weight" &&
        split.stem.find("norm") != std::string::npos)
      change = GgufChange::LessOne;
    if (change == GgufChange::None && m_architecture.pairedRows && (split.stem == "attn_q" || split.stem == "attn_k"))
      change = GgufChange::PairedRows;
    apply(change, ours, name, tensor, split);
  }

  void apply(GgufChange change, const std::string& ours, const std::string& name, const StoredTensor& tensor,
             const SplitName& split) {
    switch (change) {
      case GgufChange::None:
        return put(ours, name, tensor);
      case GgufChange::PairedRows:
        return put(ours, name, unpaired(name, tensor, split.stem == "attn_q"));
      case GgufChange::OutIn: {
        StoredTensor turned = tensor;
        turned.outIn = true;
        return put(ours, name, turned);
      }
      case GgufChange::Grouped:
        return put(ours, name, grouped(name, tensor));
      case GgufChange::Experts:
        return addExperts(ours, name, tensor);
      case GgufChange::LessOne: {
        std::vector<float> gains = floatsOf(floating(name, tensor));
        for (float& gain : gains) gain -= 1;
        return put(ours, name, tensorOf(std::move(gains), tensor.shape));
      }
      case GgufChange::LatentKeys:
        return addLatent(ours, name, tensor);
      case GgufChange::LatentValues:
        return;  // Added with the keys.
    }
  }

  std::string place(const std::string& name) const { return m_file.metadata.place() + ": tensor '" + name + "'"; }

  const StoredTensor& floating(const std::string& name, const StoredTensor& tensor) const {
    if (!isFloating(tensor.format))
      throw Error(place(name) + ": expected real numbers, found " + std::string(nameOf(tensor.format)));
    return tensor;
  }

  void put(const std::string& ours, const std::string& name, StoredTensor tensor) {
    tensor.storedAs = name;
    if (!m_out.emplace(ours, std::move(tensor)).second) throw Error(place(name) + ": another tensor has its place");
  }

  /// How many rows each head has.
  Index rowsOfHead(const std::string& name, const StoredTensor& tensor, Index heads) const {
    const Index rows = tensor.shape.empty() ? 0 : tensor.shape.front();
    if (heads < 1 || rows % (2 * heads) != 0)
      throw Error(place(name) + ": expected rows of " + std::to_string(heads) +
                  " heads, an even number for each, found " + shapeText(tensor.shape));
    return rows / heads;
  }

  StoredTensor unpaired(const std::string& name, const StoredTensor& tensor, bool queries) const {
    const Index heads = m_facts.integer("attention.head_count");
    const Index count = queries ? heads : m_facts.integer("attention.head_count_kv", heads);
    const Index each = rowsOfHead(name, tensor, count), half = each / 2;
    return reordered(tensor, [=](Index row) {
      const Index in = row % each;
      return row - in + (in < half ? 2 * in : 2 * (in - half) + 1);
    });
  }

  StoredTensor grouped(const std::string& name, const StoredTensor& tensor) const {
    const Index heads = m_facts.integer("attention.head_count"),
                groups = m_facts.integer("attention.head_count_kv", heads);
    if (groups < 1 || heads % groups != 0)
      throw Error(m_facts.where("attention.head_count_kv") + ": expected a divisor of " + std::to_string(heads) +
                  ", found " + std::to_string(groups));
    const Index each = rowsOfHead(name, tensor, heads + 2 * groups), queries = heads / groups * each;
    return reordered(tensor, [=](Index row) {
      const Index group = row / (queries + 2 * each), in = row % (queries + 2 * each);
      if (in < queries) return group * queries + in;
      const Index keys = groups * queries + group * each;
      return in < queries + each ? keys + in - queries : keys + groups * each + in - queries - each;
    });
  }

  static std::string expertName(std::string ours, const std::string& number) {
    if (const auto at = ours.find(".E."); at != std::string::npos) ours.replace(at + 1, 1, number);
    return ours;
  }

  void addExperts(const std::string& ours, const std::string& name, const StoredTensor& tensor) {
    const Index count = m_facts.integer("expert_count");
    if (tensor.shape.size() < 2 || tensor.shape.front() != count)
      throw Error(place(name) + ": expected " + std::to_string(count) + " experts on its outermost axis, found " +
                  shapeText(tensor.shape));
    const std::size_t bytes = tensor.bytes.size() / static_cast<std::size_t>(count);
    for (Index i = 0; i < count; ++i) {
      StoredTensor one = tensor;
      one.shape.erase(one.shape.begin());
      one.bytes = tensor.bytes.subspan(static_cast<std::size_t>(i) * bytes, bytes);
      put(expertName(ours, std::to_string(i)), name, std::move(one));
    }
  }

  /// The map from the latent numbers to each head's content and value, [heads · (content + value), latent], of its two
  /// parts.
  void addLatent(const std::string& ours, const std::string& name, const StoredTensor& keys) {
    std::string other = name;
    other.replace(other.find("attn_k_b"), 8, "attn_v_b");
    const StoredTensor* values = m_facts.tensor(other);
    if (!values) throw Error(place(other) + " is missing");
    const bool fits = keys.shape.size() == 3 && values->shape.size() == 3 && keys.shape[0] == values->shape[0] &&
                      keys.shape[1] == values->shape[2];
    if (!fits)
      throw Error(place(name) + ": expected [heads, latent, content] beside " + other +
                  " [heads, value, latent], found " + shapeText(keys.shape) + " and " + shapeText(values->shape));
    const auto heads = static_cast<std::size_t>(keys.shape[0]), latent = static_cast<std::size_t>(keys.shape[1]),
               content = static_cast<std::size_t>(keys.shape[2]), value = static_cast<std::size_t>(values->shape[1]);
    const std::vector<float> k = floatsOf(floating(name, keys)), v = floatsOf(floating(other, *values));
    std::vector<float> all(heads * (content + value) * latent);
    for (std::size_t h = 0; h < heads; ++h) {
      float* const head = all.data() + h * (content + value) * latent;
      for (std::size_t i = 0; i < content; ++i)
        for (std::size_t j = 0; j < latent; ++j) head[i * latent + j] = k[(h * latent + j) * content + i];
      std::copy_n(v.data() + h * value * latent, value * latent, head + content * latent);
    }
    put(ours, name,
        tensorOf(std::move(all), {static_cast<Index>(heads * (content + value)), static_cast<Index>(latent)}));
  }

  const GgufFile& m_file;
  const GgufFacts& m_facts;
  const GgufArchitecture& m_architecture;
  TensorTable m_out;
};

}  // namespace

TensorTable ggufTensors(const GgufFile& file, const GgufFacts& facts, const GgufArchitecture& architecture) {
  return Mapper(file, facts, architecture).map();
}

}  // namespace headlight

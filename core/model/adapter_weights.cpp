#include "core/model/adapter_weights.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <memory>
#include <optional>

#include "core/base/error.h"
#include "core/base/matrix.h"
#include "core/checkpoint/memory_map.h"

namespace headlight {
namespace {

/// The tensors by which an adapter changes one module.
struct Change {
  std::optional<StoredTensor> a, b, bias, magnitude;
  bool embedding = false;
};

/// An adapter's tensors by the modules that they change, and those that replace a tensor.
struct Changes {
  std::map<std::string, Change> modules;
  TensorTable replaced;
};

void erase(std::string& name, std::string_view part) {
  if (const auto at = name.find(part); at != std::string::npos) name.erase(at, part.size());
}

Changes changesOf(TensorTable adapter) {
  Changes all;
  while (!adapter.empty()) {
    auto node = adapter.extract(adapter.begin());
    std::string name = node.key();
    // What the tool puts around names, also that of the one adapter.
    for (const std::string_view begin : {"base_model.model.", "base_model."})
      if (name.starts_with(begin)) {
        name.erase(0, begin.size());
        break;
      }
    for (const std::string_view part : {".base_layer", ".modules_to_save", ".default"}) erase(name, part);
    if (!isFloating(node.mapped().format))
      throw Error("tensor '" + node.key() + "': expected real numbers, the adapter has " +
                  std::string(nameOf(node.mapped().format)));
    struct End {
      std::string_view end;
      std::optional<StoredTensor> Change::*part;
      bool embedding;
    };
    static constexpr End kEnds[] = {{".lora_A.weight", &Change::a, false},
                                    {".lora_B.weight", &Change::b, false},
                                    {".lora_B.bias", &Change::bias, false},
                                    {".lora_embedding_A", &Change::a, true},
                                    {".lora_embedding_B", &Change::b, true},
                                    {".lora_magnitude_vector", &Change::magnitude, false},
                                    {".lora_magnitude_vector.weight", &Change::magnitude, false}};
    const auto at =
        std::find_if(std::begin(kEnds), std::end(kEnds), [&](const End& each) { return name.ends_with(each.end); });
    if (at != std::end(kEnds)) {
      Change& change = all.modules[name.substr(0, name.size() - at->end.size())];
      change.*(at->part) = std::move(node.mapped());
      change.embedding = change.embedding || at->embedding;
    } else if (name.find("lora_") != std::string::npos) {
      throw Error("tensor '" + node.key() +
                  "': expected a part of LoRA (lora_A, lora_B, lora_magnitude_vector), which this is not");
    } else {
      all.replaced.emplace(name, std::move(node.mapped()));
    }
  }
  return all;
}

/// The tensor of the base that an adapter's name means: that of the same name, or the only one of which one name is the
/// end of the other (files of a model without its head lack a beginning).
TensorTable::iterator findIn(TensorTable& base, const std::string& name) {
  if (const auto same = base.find(name); same != base.end()) return same;
  const auto isEnd = [](std::string_view whole, std::string_view end) {
    return whole.size() > end.size() && whole.ends_with(end) && whole[whole.size() - end.size() - 1] == '.';
  };
  auto found = base.end();
  for (auto at = base.begin(); at != base.end(); ++at) {
    if (!isEnd(at->first, name) && !isEnd(name, at->first)) continue;
    if (found != base.end()) return base.end();
    found = at;
  }
  return found;
}

/// The number of the pattern that matches the end of a module's name.
double patternOr(const std::vector<std::pair<std::string, double>>& patterns, const std::string& module,
                 double otherwise) {
  std::optional<double> found;
  for (const auto& [expression, number] : patterns) {
    if (!matchesWhole("(?:.*\\.)?(?:" + expression + ")", module)) continue;
    if (found && *found != number)
      throw Error("adapter: two patterns of adapter_config.json match the module '" + module + "'");
    found = number;
  }
  return found.value_or(otherwise);
}

/// A tensor in single precision that is made of what `numbers` gives.
template <typename Numbers>
StoredTensor madeOf(const Shape& shape, std::vector<StoredTensor> parts, const Numbers& numbers) {
  StoredTensor tensor;
  tensor.format = Dtype::F32;
  tensor.shape = shape;
  tensor.make = [shape, parts = std::move(parts), numbers] {
    const auto made = std::make_shared<std::vector<float>>(numbers());
    for (const StoredTensor& part : parts)
      if (part.file) part.file->check();
    return StoredTensor{Dtype::F32, shape, std::as_bytes(std::span(*made)), made};
  };
  return tensor;
}

/// base + share · (changed - base), what is `changed` where all of it counts.
void mix(const float* base, float share, std::vector<float>& changed) {
  if (share == 1) return;
  for (std::size_t i = 0; i < changed.size(); ++i) changed[i] = base[i] + share * (changed[i] - base[i]);
}

/// `base`, [out, in] or [in, out] where `inOut`, changed by `scale` · B A and the magnitudes.
StoredTensor changed(const StoredTensor& base, const Change& change, Index out, bool inOut, float scale, float share) {
  std::vector<StoredTensor> parts{base, *change.a, *change.b};
  if (change.magnitude) parts.push_back(*change.magnitude);
  return madeOf(base.shape, parts, [base, change, out, inOut, scale, share] {
    const std::vector<float> numbers = floatsOf(base), a = floatsOf(*change.a), b = floatsOf(*change.b);
    const auto in = static_cast<Index>(numbers.size()) / out;
    const Index rank = change.a->shape[0];
    const Eigen::Map<const Matrix> down(a.data(), rank, in), up(b.data(), out, rank);
    std::vector<float> result = numbers;
    Eigen::Map<Matrix> w(result.data(), inOut ? in : out, inOut ? out : in);
    if (inOut)
      w.noalias() += scale * down.transpose() * up.transpose();
    else
      w.noalias() += scale * up * down;
    if (change.magnitude) {
      const std::vector<float> lengths = floatsOf(*change.magnitude);
      for (Index o = 0; o < out; ++o) {
        const float length = lengths[static_cast<std::size_t>(o)];
        if (inOut)
          w.col(o) *= length / w.col(o).norm();
        else
          w.row(o) *= length / w.row(o).norm();
      }
    }
    mix(numbers.data(), share, result);
    return result;
  });
}

/// `base` with `share` of the adapter's own tensor of that shape.
StoredTensor mixed(const StoredTensor& base, const StoredTensor& own, float share) {
  if (share == 1) return own;
  return madeOf(base.shape, {base, own}, [base, own, share] {
    std::vector<float> numbers = floatsOf(own);
    mix(floatsOf(base).data(), share, numbers);
    return numbers;
  });
}

/// Whether a module is of the kind that stores its weights as [in, out], in a base that has such.
bool isConv1d(const std::string& module) {
  constexpr std::string_view kEnds[] = {".c_attn", ".q_attn", ".c_proj", ".c_fc"};
  return std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return module.ends_with(end); });
}

void changeModule(TensorTable& base, const std::string& module, const Change& change, const AdapterRule& rule,
                  float share) {
  const std::string nameA = module + (change.embedding ? ".lora_embedding_A" : ".lora_A.weight");
  const std::string nameB = module + (change.embedding ? ".lora_embedding_B" : ".lora_B.weight");
  for (const auto& [name, tensor] : {std::pair{nameA, &change.a}, std::pair{nameB, &change.b}})
    if (!*tensor)
      throw Error("tensor '" + name + "': expected beside the other one of the module, the adapter has none");
  const auto at = findIn(base, module + ".weight");
  if (at == base.end())
    throw Error("tensor '" + nameA + "': expected a tensor '" + module + ".weight' in the base model, found none");
  const StoredTensor& weight = at->second;
  const auto rank = static_cast<std::int64_t>(patternOr(rule.ranks, module, static_cast<double>(rule.rank)));
  const double alpha = patternOr(rule.alphas, module, rule.alpha);
  const Shape &a = change.a->shape, &b = change.b->shape;
  if (a.size() < 2 || a[0] != rank || b.size() < 2 || b[1] != rank)
    throw Error("tensor '" + nameA + "': expected the rank " + std::to_string(rank) + ", the adapter has " +
                shapeText(a) + " and for B " + shapeText(b));
  // [out, in], or [in, out] for maps of GPT-2 and embeddings; of a square one the module's kind alone tells.
  const auto fits = [&](bool inOut) {
    const std::int64_t in = change.a->count() / rank, out = b[0];
    return weight.count() == in * out && change.b->count() == out * rank && !weight.shape.empty() &&
           weight.shape[0] == (inOut ? in : out);
  };
  const bool usual = change.embedding || (rule.conv1d && isConv1d(module) && !weight.outIn),
             inOut = fits(usual) ? usual : !usual;
  if (!fits(inOut) || !isFloating(weight.format))
    throw Error("tensor '" + nameB + "': expected matrices for the base model's " + std::string(nameOf(weight.format)) +
                " " + shapeText(weight.shape) + ", the adapter has " + shapeText(b) + " and for A " + shapeText(a));
  if (change.magnitude && change.magnitude->count() != b[0])
    throw Error("tensor '" + module + ".lora_magnitude_vector': expected " + shapeText({b[0]}) + ", the adapter has " +
                shapeText(change.magnitude->shape));
  if (rule.magnitudes != change.magnitude.has_value())
    throw Error("tensor '" + module + ".lora_magnitude_vector': expected " +
                (rule.magnitudes ? "one, since use_dora is true, found none" : "none without use_dora, found one"));
  // Where one matrix serves both ends of a model, an adapter changes one of them.
  if (change.embedding && std::none_of(base.begin(), base.end(), [](const auto& each) {
        return each.first.ends_with("lm_head.weight") || each.first.ends_with("embed_out.weight");
      }))
    throw Error("tensor '" + nameA +
                "': expected a base model whose output has weights of its own, found one where it shares them with the "
                "embeddings that the adapter changes");
  const double divisor = rule.byRoot ? std::sqrt(static_cast<double>(rank)) : static_cast<double>(rank);
  at->second = changed(weight, change, b[0], inOut, static_cast<float>(alpha / divisor), share);
  if (!change.bias) return;
  const auto bias = findIn(base, module + ".bias");
  if (bias == base.end() || bias->second.count() != change.bias->count())
    throw Error("tensor '" + module + ".lora_B.bias': expected a bias of " + shapeText(change.bias->shape) +
                " in the base model, found none");
  bias->second =
      madeOf(bias->second.shape, {bias->second, *change.bias},
             [from = bias->second, own = *change.bias, factor = share * static_cast<float>(alpha / divisor)] {
               std::vector<float> numbers = floatsOf(from);
               const std::vector<float> added = floatsOf(own);
               for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] += factor * added[i];
               return numbers;
             });
}

}  // namespace

TensorTable adapted(TensorTable base, TensorTable adapter, const AdapterRule& rule, float share,
                    std::vector<std::string>& remarks) {
  const Changes changes = changesOf(std::move(adapter));
  std::vector<std::string> changedNames, replacedNames, baseNames;
  for (const auto& [module, change] : changes.modules) changedNames.push_back(module);
  for (const auto& [name, tensor] : changes.replaced) replacedNames.push_back(name);
  for (const auto& [name, tensor] : base) baseNames.push_back(name);
  rule.modules.check(changedNames, replacedNames, baseNames);
  for (const auto& [module, change] : changes.modules)
    if (const bool inOut = rule.conv1d && isConv1d(module);
        rule.saidInOut && !change.embedding && *rule.saidInOut != inOut) {
      remarks.push_back(std::string("The adapter says fan_in_fan_out: ") + (*rule.saidInOut ? "true" : "false") +
                        ", but '" + module + "' of the base model " + (inOut ? "is" : "is not") +
                        " stored as [in, out]; the base model decides.");
      break;
    }
  for (const auto& [module, change] : changes.modules) changeModule(base, module, change, rule, share);
  for (const auto& [name, tensor] : changes.replaced) {
    const auto at = findIn(base, name);
    if (at == base.end()) {
      base.emplace(name, tensor);
    } else if (at->second.shape != tensor.shape) {
      if (share != 1)
        throw Error("tensor '" + name + "': expected " + shapeText(at->second.shape) +
                    " as the base model has for a scale of less than 1, the adapter has " + shapeText(tensor.shape));
      at->second = tensor;
    } else {
      at->second = mixed(at->second, tensor, share);
    }
  }
  return base;
}

}  // namespace headlight

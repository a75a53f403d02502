#include "core/model/families/expert_layers.h"

#include <algorithm>

#include "core/base/error.h"

namespace headlight {
namespace {

/// Number `i` of `count` matrices in one tensor, with biases beside it where there are any.
LinearSpec sliced(const FamilyInput& in, const std::string& name, Index i, Index count, bool inOut) {
  LinearSpec part;
  part.weight = in.checkpoint.has(name) ? name : name + ".weight";
  if (in.checkpoint.has(name + "_bias")) part.bias = name + "_bias";
  // Blocks of MXFP4 lie along the inputs, whatever the order of a plain tensor.
  const StoredTensor* stored = in.checkpoint.find(part.weight);
  part.inOut = inOut && !(stored && stored->format == Dtype::MXFP4);
  part.part = i;
  part.parts = count;
  return part;
}

/// The map `of` with another beginning of its names.
LinearSpec renamed(LinearSpec of, std::size_t length, const std::string& begin) {
  for (std::string* name : {&of.weight, &of.bias})
    if (!name->empty()) name->replace(0, length, begin);
  return of;
}

/// Descriptions are made for no more experts than the file has: a router's matrix has a row for each.
void checkCount(const FamilyInput& in, const LinearSpec& router, Index count) {
  const StoredTensor* rows = in.checkpoint.find(router.weight);
  if (rows && !rows->shape.empty() && rows->shape.front() >= count) return;
  throw Error("tensor '" + router.weight + "': expected " + std::to_string(count) + " rows, one for each expert, found " +
              (rows && !rows->shape.empty() ? std::to_string(rows->shape.front()) : "none"));
}

}  // namespace

ExpertsSpec expertsPart(const FamilyInput& in, const std::string& at, const ExpertNames& names, const ExpertRule& rule,
                        const ExpertSizes& sizes) {
  const ExpertNames usual;
  ExpertsSpec part;
  part.rule = rule;
  // The reference library calls the routers of all families alike when it does not write a family's own names.
  const std::string weight = ".weight";
  std::string router = in.firstOf({at + names.router + weight, at + usual.router + weight, at + "mlp.router" + weight,
                                   at + "block_sparse_moe.router" + weight});
  router.resize(router.size() - weight.size());
  part.router = linearPart(router, in.checkpoint.has(router + ".bias"));
  checkCount(in, part.router, sizes.count);
  const auto fusedName = [&](const std::string& name, const std::string& otherwise) {
    for (const std::string& each : {at + name, at + otherwise, at + "block_sparse_moe." + otherwise.substr(4)})
      if (in.checkpoint.has(each) || in.checkpoint.has(each + ".weight")) return each;
    return std::string();
  };
  const std::string fusedIn = fusedName(names.fusedIn, usual.fusedIn);
  const std::string fusedOutput = fusedName(names.fusedOutput, usual.fusedOutput);
  for (Index i = 0; i < sizes.count; ++i) {
    FeedForwardSpec f;
    f.inner = sizes.inner;
    f.activation = sizes.activation;
    if (fusedIn.empty()) {
      const std::string expert = at + names.experts + std::to_string(i) + ".";
      const auto map = [&](const std::string& name) {
        return linearPart(expert + name, in.checkpoint.has(expert + name + ".bias"));
      };
      f.gate = map(names.gate);
      f.in = map(names.in);
      f.output = map(names.output);
    } else {
      f.gateIn = sliced(in, fusedIn, i, sizes.count, names.inOut);
      f.output = sliced(in, fusedOutput, i, sizes.count, names.inOut);
    }
    part.experts.push_back(std::move(f));
  }
  return part;
}

ExpertsSpec expertsLike(const FamilyInput& in, const std::string& at, const FeedForwardSpec& dense, Index count) {
  ExpertsSpec part;
  part.router = linearPart(at + "router.classifier", in.config.flag("router_bias", false));
  checkCount(in, part.router, count);
  for (Index i = 0; i < count; ++i) {
    const std::string begin = at + "experts.expert_" + std::to_string(i) + ".";
    FeedForwardSpec expert = dense;
    for (LinearSpec* map : {&expert.in, &expert.gate, &expert.output}) *map = renamed(*map, at.size(), begin);
    part.experts.push_back(std::move(expert));
  }
  return part;
}

FeedForwardSpec sharedExpert(const std::string& at, Index inner, Activation activation, bool bias) {
  FeedForwardSpec f;
  f.inner = inner;
  f.activation = activation;
  f.gate = linearPart(at + "gate_proj", bias);
  f.in = linearPart(at + "up_proj", bias);
  f.output = linearPart(at + "down_proj", bias);
  return f;
}

std::vector<bool> sparseLayers(const Config& c, int layers) {
  const Index step = c.size("decoder_sparse_step", 1);
  const std::vector<std::int64_t> dense = c.integers("mlp_only_layers");
  std::vector<bool> sparse;
  for (int i = 0; i < layers; ++i)
    sparse.push_back((i + 1) % step == 0 && std::find(dense.begin(), dense.end(), i) == dense.end());
  return sparse;
}

std::vector<UnreadKey> routerUnread(std::vector<UnreadKey> more) {
  for (const std::string_view key : {"router_aux_loss_coef", "router_z_loss_coef", "router_jitter_noise",
                                     "input_jitter_noise", "aux_loss_alpha", "seq_aux", "ep_size", "pretraining_tp"})
    more.push_back({key});
  return more;
}

}  // namespace headlight

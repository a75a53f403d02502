#include "core/model/rope_config.h"

#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"

namespace headlight {
namespace {

double checkedPositive(const Config& config, std::string_view key, double value) {
  if (!(value > 0 && value < 1e15))
    throw Error(config.where(key) + ": expected a positive number, found " + std::to_string(value));
  return value;
}

/// The parameters of one rotary embedding: an object of config.json, of which another one overrides some; both may be
/// missing.
class Parameters {
 public:
  Parameters(std::optional<Config> base, std::optional<Config> over)
      : m_base(std::move(base)), m_over(std::move(over)) {}

  /// The object that has `key`; null for none.
  const Config* with(std::string_view key) const {
    for (const auto* object : {&m_over, &m_base})
      if (*object && (*object)->has(key)) return &**object;
    return nullptr;
  }
  bool declares(std::string_view key) const {
    return (m_over && m_over->declares(key)) || (m_base && m_base->declares(key));
  }
  /// The object to name in a message about a key that none has.
  const Config& any(const Config& config) const { return m_over ? *m_over : m_base ? *m_base : config; }

  double positive(std::string_view key, double otherwise) const {
    const Config* object = with(key);
    return object ? checkedPositive(*object, key, object->number(key, 0)) : otherwise;
  }
  std::string text(std::string_view key, const std::string& otherwise) const {
    const Config* object = with(key);
    return object ? object->text(key) : otherwise;
  }

 private:
  std::optional<Config> m_base, m_over;
};

/// Yarn's correction of the size of the scores for a stretch by `factor`.
double yarnSize(double factor, double weight = 1) { return factor <= 1 ? 1 : 0.1 * weight * std::log(factor) + 1; }

/// Reads a scaling of one type; its numbers must be there.
class ScalingReader {
 public:
  ScalingReader(const Config& config, const Parameters& parameters, const RopeDefaults& defaults, Index dims,
                Index maxPositions)
      : m_config(config),
        m_parameters(parameters),
        m_defaults(defaults),
        m_dims(dims),
        m_longest(static_cast<double>(maxPositions)) {
    m_type = parameters.text("rope_type", parameters.text("type", "default"));
    if (defaults.sections && m_type == "mrope") m_type = "default";
    if (defaults.originalPositions > 0 && (m_type == "yarn" || m_type == "su")) m_type = "longrope";
  }

  RopeScaling read() const {
    RopeScaling out;
    if (m_type == "default") return out;
    out.originalPositions = original();
    if (m_defaults.originalPositions > 0 && m_type != "longrope") fail("default, longrope");
    if (m_type == "linear" || m_type == "dynamic") {
      out.kind = m_type == "linear" ? RopeScaling::Kind::Linear : RopeScaling::Kind::Dynamic;
      out.factor = needed("factor");
    } else if (m_type == "llama3") {
      out.kind = RopeScaling::Kind::Llama3;
      out.factor = needed("factor");
      out.lowFrequency = needed("low_freq_factor");
      out.highFrequency = needed("high_freq_factor");
      if (!(out.highFrequency > out.lowFrequency))
        throw Error(m_parameters.any(m_config).where("high_freq_factor") + ": expected more than low_freq_factor");
    } else if (m_type == "yarn") {
      out.kind = RopeScaling::Kind::Yarn;
      yarn(out);
    } else if (m_type == "longrope") {
      out.kind = RopeScaling::Kind::LongRope;
      longRope(out);
    } else {
      fail("default, linear, dynamic, llama3, yarn, longrope");
    }
    return out;
  }

 private:
  double original() const {
    constexpr std::string_view kKey = "original_max_position_embeddings";
    if (m_defaults.originalPositions > 0)
      return checkedPositive(m_config, kKey, m_config.number(kKey, m_defaults.originalPositions));
    return m_parameters.positive(kKey, m_longest);
  }
  double stretch(const RopeScaling& scaling) const { return m_longest / scaling.originalPositions; }

  double needed(std::string_view key) const {
    if (!m_parameters.with(key)) missing(key);
    return m_parameters.positive(key, 1);
  }
  [[noreturn]] void missing(std::string_view key) const {
    throw Error(m_parameters.any(m_config).where(key) + " is missing, which the rope_type '" + m_type + "' needs");
  }
  [[noreturn]] void fail(const std::string& known) const {
    throw Error(m_parameters.any(m_config).where("rope_type") + ": unsupported '" + m_type + "'; supported: " + known);
  }

  void yarn(RopeScaling& out) const {
    // The factor may be null, but it has to be there.
    if (!m_parameters.declares("factor")) missing("factor");
    out.factor = m_parameters.positive("factor", stretch(out));
    out.betaFast = m_parameters.positive("beta_fast", 32);
    out.betaSlow = m_parameters.positive("beta_slow", 1);
    if (const Config* object = m_parameters.with("truncate")) out.truncate = object->flag("truncate", true);
    const auto numberOf = [&](std::string_view key) {
      const Config* object = m_parameters.with(key);
      return object ? object->number(key, 0) : 0;
    };
    double size = yarnSize(out.factor);
    const double one = numberOf("mscale"), all = numberOf("mscale_all_dim");
    if (one != 0 && all != 0) size = yarnSize(out.factor, one) / yarnSize(out.factor, all);
    out.attentionFactor = m_parameters.positive("attention_factor", size);
  }

  void longRope(RopeScaling& out) const {
    out.shortFactors = factors("short_factor");
    out.longFactors = factors("long_factor");
    out.factor = m_parameters.positive("factor", stretch(out));
    const double size = out.factor <= 1 ? 1 : std::sqrt(1 + std::log(out.factor) / std::log(out.originalPositions));
    out.attentionFactor = m_parameters.positive("attention_factor", size);
    if (m_parameters.with("short_mscale") && m_parameters.with("long_mscale")) {
      out.attentionFactor = m_parameters.positive("short_mscale", 1);
      out.longAttentionFactor = m_parameters.positive("long_mscale", 1);
    }
  }

  std::vector<double> factors(std::string_view key) const {
    const Config* object = m_parameters.with(key);
    if (!object) missing(key);
    auto factors = object->numbers(key);
    if (static_cast<Index>(factors.size()) != m_dims / 2)
      throw Error(object->where(key) + ": expected " + std::to_string(m_dims / 2) + " numbers, found " +
                  std::to_string(factors.size()));
    for (const double factor : factors)
      if (!(factor > 0)) throw Error(object->where(key) + ": expected positive numbers");
    return factors;
  }

  const Config& m_config;
  const Parameters& m_parameters;
  const RopeDefaults& m_defaults;
  Index m_dims;
  double m_longest;
  std::string m_type;
};

/// mrope_section: how many pairs of numbers time, row and column turn.
void readSections(const Config& config, const Parameters& parameters, RotarySpec& part) {
  const Config* object = parameters.with("mrope_section");
  if (!object) throw Error(parameters.any(config).where("mrope_section") + " is missing");
  Index all = 0;
  for (const std::int64_t pairs : object->integers("mrope_section")) {
    if (pairs < 0 || pairs > part.dims)
      throw Error(object->where("mrope_section") + ": expected numbers from 0 to " + std::to_string(part.dims / 2) +
                  ", found " + std::to_string(pairs));
    part.sections.push_back(static_cast<Index>(pairs));
    all += part.sections.back();
  }
  if (part.sections.size() != 3 || all != part.dims / 2)
    throw Error(object->where("mrope_section") + ": expected three numbers of sum " + std::to_string(part.dims / 2));
  const Config* woven = parameters.with("mrope_interleaved");
  part.axes = woven && woven->flag("mrope_interleaved", false) ? RotaryAxes::Woven : RotaryAxes::Sections;
}

RotarySpec rotaryOf(const Config& config, const Parameters& parameters, Index dHead, const RopeDefaults& defaults) {
  RotarySpec part;
  part.maxPositions = config.size("max_position_embeddings", defaults.positions);
  const auto beside = [&](std::string_view key, double otherwise) {
    return checkedPositive(config, key, config.number(key, otherwise));
  };
  part.theta = parameters.positive("rope_theta", beside(defaults.thetaKey, defaults.theta));
  double partial = defaults.partial;
  if (!defaults.partialKey.empty())
    partial = parameters.positive("partial_rotary_factor", beside(defaults.partialKey, defaults.partial));
  part.dims = static_cast<Index>(static_cast<double>(dHead) * partial);
  if (part.dims < 2 || part.dims > dHead || part.dims % 2 != 0)
    throw Error(config.where(defaults.partialKey.empty() ? "head_dim" : defaults.partialKey) +
                ": expected an even number of rotated dimensions from 2 to " + std::to_string(dHead) + ", found " +
                std::to_string(part.dims));
  part.interleaved = defaults.interleaved;
  if (defaults.sections) readSections(config, parameters, part);
  const double alpha = defaults.alpha ? parameters.positive("alpha", 1) : 1;
  if (alpha != 1 && parameters.text("rope_type", parameters.text("type", "")) == "dynamic") {
    const auto dims = static_cast<double>(part.dims);
    if (part.dims > 2) part.theta *= std::pow(alpha, dims / (dims - 2));
    parameters.with("factor");
    return part;
  }
  part.scaling = ScalingReader(config, parameters, defaults, part.dims, part.maxPositions).read();
  return part;
}

}  // namespace

RotarySpec rotaryPart(const Config& config, Index dHead, const RopeDefaults& defaults) {
  const auto older = config.object("rope_scaling"), newer = config.object("rope_parameters");
  // An object without a parameter counts as none.
  const auto says = [&older](std::string_view key) { return older && older->has(key); };
  const bool scales = says("rope_type") || says("type") || says("factor") || says("rope_theta") ||
                      says("partial_rotary_factor") || says("original_max_position_embeddings");
  return rotaryOf(config, Parameters(scales ? older : newer, {}), dHead, defaults);
}

RotarySpec rotaryPart(const Config& config, Index dHead, const RopeDefaults& defaults, std::string_view layerType,
                      bool scaled) {
  const auto older = config.object("rope_scaling"), newer = config.object("rope_parameters");
  // Releases of the library read "type" in its place or leave it aside.
  if (scaled && older && older->has("type") && !older->has("rope_type"))
    throw Error(older->where("rope_type") + " is missing beside 'type'");
  const auto own = newer ? newer->object(layerType) : std::nullopt;
  RotarySpec part = rotaryOf(config, Parameters(own, scaled ? older : std::nullopt), dHead, defaults);
  if (newer && !own) {
    // Releases of the library pass over one object for all layers, or refuse it.
    const RotarySpec all = rotaryOf(config, Parameters(newer, {}), dHead, defaults);
    if (all.theta != part.theta || all.scaling.kind != RopeScaling::Kind::None)
      throw Error(newer->where(layerType) +
                  " is missing: expected an object for each type of layer, found one for all");
  }
  return part;
}

}  // namespace headlight

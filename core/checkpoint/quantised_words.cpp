#include <algorithm>
#include <cstring>
#include <span>

#include "core/base/error.h"
#include "core/base/plain_text.h"
#include "core/checkpoint/quantised_parts.h"

namespace headlight {
namespace {

/// Whole numbers of a few bits in words of 32, the lowest bits first, one after the other, across words where they do
/// not divide them. Word w of a sequence lies at `from` + w · step.
struct Fields {
  std::span<const std::byte> words;
  int bits = 4;
  Index step = 1;

  std::uint8_t at(Index from, Index field) const {
    const Index bit = field * bits, word = bit / 32;
    const auto offset = static_cast<unsigned>(bit % 32);
    std::uint64_t both = wordAt(from + word * step);
    if (offset + static_cast<unsigned>(bits) > 32)
      both |= static_cast<std::uint64_t>(wordAt(from + (word + 1) * step)) << 32;
    return static_cast<std::uint8_t>(both >> offset & ((1u << bits) - 1));
  }

 private:
  std::uint32_t wordAt(Index index) const {
    std::uint32_t word;
    std::memcpy(&word, words.data() + static_cast<std::size_t>(index) * sizeof word, sizeof word);
    return word;
  }
};

constexpr std::initializer_list<Dtype> kWords = {Dtype::I32, Dtype::U32};
/// Numbers of 4 bits in a word.
constexpr int kInWord = 8;

/// The group of each input, as a file says it; empty where they follow each other in groups of `group`.
std::vector<std::int64_t> ordered(std::vector<std::int64_t> groups, std::int64_t group, std::int64_t count,
                                  const std::string& name) {
  bool inOrder = true;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i] < 0 || groups[i] >= count)
      throw Error("tensor '" + name + "': expected groups from 0 to " + std::to_string(count - 1) + ", found " +
                  std::to_string(groups[i]));
    inOrder = inOrder && groups[i] == static_cast<std::int64_t>(i) / group;
  }
  return inOrder ? std::vector<std::int64_t>() : groups;
}

/// What belongs to the codes of one matrix [out, in] of packed whole numbers.
struct PackedMatrix {
  std::int64_t out = 0, in = 0, groups = 0, group = 0;
  int bits = 4;
  std::vector<std::int64_t> groupOf = {};  ///< Of each input; empty for i / group.
  bool groupsFirst = true;                 ///< Whether scales and zeros are [groups, out], else [out, groups].
  std::vector<float> scales = {};
  std::vector<std::int16_t> zeros = {};

  std::size_t at(Index output, Index which) const {
    return static_cast<std::size_t>(groupsFirst ? which * out + output : output * groups + which);
  }
};

/// `codeAt(output, input)` gives the codes; it reads the words in `parts`.
template <typename CodeAt>
CodedMatrix codedMatrix(PackedMatrix p, const CodeAt& codeAt, std::vector<StoredTensor> parts) {
  CodedMatrix matrix;
  matrix.blocks = p.bits <= 4 ? Dtype::INT4 : Dtype::INT8;
  matrix.shape = {p.out, p.in};
  matrix.group = p.groupOf.empty() ? p.group : 1;
  matrix.parts = std::move(parts);
  matrix.read = [p = std::move(p), codeAt](Index first, Index count, CodedRows& rows) {
    // Outputs inside: in most formats neighbouring ones lie side by side.
    for (Index i = 0; i < p.in; ++i)
      for (Index r = 0; r < count; ++r) rows.codes[static_cast<std::size_t>(r * p.in + i)] = codeAt(first + r, i);
    const Index each = p.groupOf.empty() ? p.groups : p.in;
    for (Index r = 0; r < count; ++r)
      for (Index g = 0; g < each; ++g) {
        const Index of = p.groupOf.empty() ? g : static_cast<Index>(p.groupOf[static_cast<std::size_t>(g)]);
        rows.scales[static_cast<std::size_t>(r * each + g)] = p.scales[p.at(first + r, of)];
        rows.zeros[static_cast<std::size_t>(r * each + g)] = p.zeros[p.at(first + r, of)];
      }
  };
  return matrix;
}

/// Zero points of all groups, which `zeroAt(output, group)` gives.
template <typename ZeroAt>
std::vector<std::int16_t> zerosOf(const PackedMatrix& p, const ZeroAt& zeroAt) {
  std::vector<std::int16_t> zeros(static_cast<std::size_t>(p.groups * p.out));
  for (Index o = 0; o < p.out; ++o)
    for (Index g = 0; g < p.groups; ++g) zeros[p.at(o, g)] = static_cast<std::int16_t>(zeroAt(o, g));
  return zeros;
}

/// The words of a matrix, which is not empty.
StoredTensor takeWords(QuantisedParts& parts, std::string_view end, const std::string& expected) {
  StoredTensor words = parts.take(end, kWords);
  if (words.shape.size() != 2 || words.count() == 0) parts.fail(end, expected, words);
  return words;
}

/// The size of groups that config.json gives under one of `keys`: of all inputs where it is not positive.
std::int64_t groupSize(const Config& settings, std::initializer_list<const char*> keys, std::int64_t in) {
  std::int64_t group = -1;
  for (const char* key : keys)
    if (settings.has(key)) group = settings.integer(key, -1);
  return group > 0 ? std::min(group, in) : in;
}

}  // namespace

void putGptq(QuantisedTable& table) {
  const Config& c = table.settings;
  const std::int64_t bits = c.integer("bits", 4);
  if (bits != 2 && bits != 3 && bits != 4 && bits != 8)
    throw Error(c.where("bits") + ": expected 2, 3, 4 or 8, found " + std::to_string(bits));
  const std::string format = c.text("checkpoint_format", c.flag("is_marlin_format", false) ? "marlin" : "gptq");
  if (format != "gptq" && format != "gptq_v2")
    throw Error(c.where("checkpoint_format") + ": expected gptq or gptq_v2, found '" + format +
                "', which is unsupported");
  if (c.has("dynamic"))
    throw Error(c.where("dynamic") + ": expected none, found other bits for some layers, which is unsupported");
  const int added = format == "gptq" ? 1 : 0;  // Of this form the stored zero point is one less.
  for (const std::string& stem : table.stemsOf(".qweight")) {
    QuantisedParts parts(table, stem);
    PackedMatrix p;
    p.bits = static_cast<int>(bits);
    const std::string expected = "words of " + std::to_string(bits) + " bits, [inputs, outputs]";
    const StoredTensor words = takeWords(parts, ".qweight", expected);
    if (words.shape[0] * 32 % bits != 0) parts.fail(".qweight", expected, words);
    p.in = words.shape[0] * 32 / bits;
    p.out = words.shape[1];
    p.group = groupSize(c, {"group_size"}, p.in);
    p.groups = ceilDivide(p.in, p.group);
    p.scales = parts.floats(".scales", {p.groups, p.out});
    const Index wide = ceilDivide(p.out * bits, 32);
    const StoredTensor zeros = parts.take(".qzeros", kWords, {p.groups, wide});
    if (parts.has(".g_idx"))
      p.groupOf = ordered(parts.integers(".g_idx", {p.in}), p.group, p.groups, parts.name(".g_idx"));
    p.zeros = zerosOf(p, [fields = Fields{zeros.bytes, p.bits}, wide, added](Index o, Index g) {
      return fields.at(g * wide, o) + added;
    });
    const Fields fields{words.bytes, p.bits, p.out};
    parts.put(".weight", codedMatrix(std::move(p), [fields](Index o, Index i) { return fields.at(o, i); }, {words}));
  }
}

void putAwq(QuantisedTable& table) {
  const Config& c = table.settings;
  constexpr int kBits = 4;
  for (const char* key : {"bits", "w_bit"})
    if (c.integer(key, kBits) != kBits)
      throw Error(c.where(key) + ": expected 4, found " + std::to_string(c.integer(key, kBits)));
  const std::string version = lowerAscii(c.text("version", "gemm"));
  if (version != "gemm")
    throw Error(c.where("version") + ": expected gemm, found '" + version + "', which is unsupported");
  // The place in a word of each of eight outputs that follow each other.
  static constexpr Index kPlace[] = {0, 4, 1, 5, 2, 6, 3, 7};
  for (const std::string& stem : table.stemsOf(".qweight")) {
    QuantisedParts parts(table, stem);
    PackedMatrix p;
    const StoredTensor words = takeWords(parts, ".qweight", "words of 4 bits, [inputs, outputs / 8]");
    p.in = words.shape[0];
    p.out = words.shape[1] * kInWord;
    p.group = groupSize(c, {"q_group_size", "group_size"}, p.in);
    p.groups = ceilDivide(p.in, p.group);
    p.scales = parts.floats(".scales", {p.groups, p.out});
    const auto codes = [wide = words.shape[1]](const StoredTensor& from) {
      return [fields = Fields{from.bytes}, wide](Index row, Index o) {
        return fields.at(row * wide + o / kInWord, kPlace[o % kInWord]);
      };
    };
    if (c.flag("zero_point", true)) {
      const StoredTensor zeros = parts.take(".qzeros", kWords, {p.groups, words.shape[1]});
      p.zeros = zerosOf(p, [zero = codes(zeros)](Index o, Index g) { return zero(g, o); });
    } else {
      if (parts.has(".qzeros")) parts.take(".qzeros", kWords);
      p.zeros = zerosOf(p, [](Index, Index) { return kInWord; });
    }
    parts.put(".weight",
              codedMatrix(std::move(p), [code = codes(words)](Index o, Index i) { return code(i, o); }, {words}));
  }
}

void putPackedWords(QuantisedTable& table) {
  for (const std::string& stem : table.stemsOf(".weight_packed")) {
    QuantisedParts parts(table, stem);
    PackedMatrix p;
    const std::vector<std::int64_t> shape = parts.integers(".weight_shape", {2});
    p.out = shape[0];
    p.in = shape[1];
    const StoredTensor words = takeWords(parts, ".weight_packed", "words of 4 or 8 bits, [outputs, words]");
    const auto widthOf = [&](int bits) { return ceilDivide(p.in, 32 / bits); };
    const bool right = p.out == words.shape[0] && p.in > 0 && p.in <= words.shape[1] * kInWord;
    p.bits = right && words.shape[1] == widthOf(4) ? 4 : 8;
    if (!right || words.shape[1] != widthOf(p.bits))
      parts.fail(".weight_packed", "words of 4 or 8 bits of a matrix " + shapeText(shape) + " (weight_shape)", words);
    const StoredTensor scale = parts.take(".weight_scale", {});
    const bool scales = isFloating(scale.format) && scale.shape.size() == 2 && scale.shape[0] == p.out &&
                        scale.shape[1] >= 1 && scale.shape[1] <= p.in;
    p.groups = scales ? scale.shape[1] : 1;
    p.group = ceilDivide(p.in, p.groups);
    if (!scales || ceilDivide(p.in, p.group) != p.groups)
      parts.fail(".weight_scale", "real numbers, [" + std::to_string(p.out) + ", groups]", scale);
    if (parts.has(".weight_g_idx"))
      p.groupOf = ordered(parts.integers(".weight_g_idx", {p.in}), p.group, p.groups, parts.name(".weight_g_idx"));
    p.groupsFirst = false;
    p.scales = floatsOf(scale);
    if (parts.has(".weight_zero_point")) {
      // Packed along the outputs.
      const StoredTensor zeros = parts.take(".weight_zero_point", kWords, {ceilDivide(p.out, 32 / p.bits), p.groups});
      p.zeros =
          zerosOf(p, [fields = Fields{zeros.bytes, p.bits, p.groups}](Index o, Index g) { return fields.at(g, o); });
    } else {
      p.zeros = zerosOf(p, [middle = 1 << (p.bits - 1)](Index, Index) { return middle; });
    }
    const auto code = [fields = Fields{words.bytes, p.bits}, wide = words.shape[1]](Index o, Index i) {
      return fields.at(o * wide, i);
    };
    parts.put(".weight", codedMatrix(std::move(p), code, {words}));
  }
}

}  // namespace headlight

#include <cmath>

#include "core/io/stored_attention.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

/// `input` is a file of attention: a .npz when it begins like a zip, a .npy when it begins like one, else safetensors.
std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  const auto file = folder.write(input.starts_with("PK")             ? "a.npz"
                                 : input.starts_with("\x93NUMPY") ? "a.npy"
                                                                     : "a.safetensors",
                                 input);
  return fuzz::messageOf([&] {
    const StoredAttention stored = openStoredAttention(holdsScores(file) ? storedWithSoftmax(file) : file.string());
    const AttentionMaps& maps = *stored.maps;
    const std::vector<HeadId> heads = maps.allHeads();
    const Index rows = std::min<Index>(3, maps.queries()), cols = std::min<Index>(3, maps.keys());
    for (const Matrix& part : {maps.weights(heads.back(), {maps.queries() - 1, 0, 1, maps.keys()}),
                               maps.weights(heads.front(), {0, 0, rows, cols})})
      fuzz::require(!part.array().isInf().any(), "weights are numbers or none");
    fuzz::require(heads.back() == HeadId{maps.layers() - 1, maps.heads() - 1}, "the last head is the last of all");
    fuzz::require(static_cast<int>(stored.visibility.size()) == maps.layers(), "each layer says what it sees");
  });
}

std::string npy(const std::string& type, const std::string& shape, const std::string& data) {
  std::string header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
  return "\x93NUMPY" + std::string("\x01\x00", 2) + static_cast<char>(header.size()) + std::string(1, '\0') + header +
         data;
}

std::string safetensors(const std::string& header, std::size_t data) {
  const std::uint64_t length = header.size();
  return std::string(reinterpret_cast<const char*>(&length), 8) + header + std::string(data, '\x3c');
}

std::vector<std::string> seeds() {
  const std::string notes = R"({"tokens":["a","b"],"causal":true,"scale":[0.5],"window":2,"special":[0],"heads":[2],)"
                            R"("predictions":[{"title":"t","answers":[{"text":"x","probability":0.5}]}]})";
  const std::string four(16, '\x3e'), eight(8, '\x3c');
  return {npy("<f4", "(1, 2, 2)", four),
          npy("|O", "(2,)", eight),
          fuzz::zipOf({{"attentions.npy", npy("<f4", "(1, 1, 2, 2)", four)},
                       {"headlight.npy", npy("|u1", "(" + std::to_string(notes.size()) + ",)", notes)}}),
          fuzz::zipOf({{"queries.0.npy", npy("<f2", "(1, 2, 2)", eight)},
                       {"keys.0.npy", npy("<f2", "(1, 2, 2)", eight)},
                       {"headlight.npy", npy("|u1", "(" + std::to_string(notes.size()) + ",)", notes)}}),
          fuzz::zipOf({{"cross_attentions.0.npy", npy("<f2", "(1, 1, 2, 2)", eight)},
                       {"tokens.npy", npy("<U1", "(2,)", std::string("a\0\0\0b\0\0\0", 8))}}),
          safetensors(R"({"__metadata__":{"headlight":"{\"tokens\":[\"a\",\"b\"],\"causal\":true}"},)"
                      R"("queries.0":{"dtype":"F16","shape":[2,2,1],"data_offsets":[0,8]},)"
                      R"("keys.0":{"dtype":"F16","shape":[1,2,1],"data_offsets":[8,12]}})",
                      12)};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(attention_file)

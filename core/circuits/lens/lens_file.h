#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/base/matrix.h"
#include "core/checkpoint/stored_tensor.h"
#include "core/model/model.h"

namespace headlight {

/// Maps that somebody fitted to a model, which turn the stream that a layer reads into what it would be behind the last
/// one; the final norm and the head then read it.
class LensFile {
 public:
  /// Reads a tuned lens (Belrose et al. 2023): a folder with config.json and params.pt, by whose translators
  /// h + W h + b stands for what layer i reads (tensors "i.weight", "i.bias"); or a Jacobian lens (Gurnee et al. 2026):
  /// a file of PyTorch, or of safetensors, with matrices J.i, by which J h stands for what layer i leaves. Throws Error
  /// for a place that holds neither, and for a lens of a model of another width or with fewer layers than the lens.
  static LensFile open(const std::filesystem::path& place, const Model& model);

  const std::string& kind() const { return m_kind; }
  /// Whether there is a map of what layer `layer` reads.
  bool maps(int layer) const { return m_maps.contains(layer); }
  /// `rows` [n, width] of what layer `layer` reads, mapped. Throws Error where the map's numbers are not finite.
  Matrix mapped(int layer, MatrixView rows) const;

 private:
  struct Map {
    StoredTensor weight, bias;  ///< [width, width]; [width] or of no numbers.
    bool added = false;         ///< Whether the rows themselves are added.
  };
  void add(int layer, Map map, const std::string& name, const Model& model);

  std::string m_kind, m_place;
  std::map<int, Map> m_maps;
};

}  // namespace headlight

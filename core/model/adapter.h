#pragma once

#include <filesystem>
#include <optional>

#include "core/model/model_source.h"

namespace headlight {

/// The folder of a model or of an adapter over one, and how much of the adapter counts, as a person writes them: "DIR",
/// "DIR#scale=0.5", "DIR#scale=0.5,base=DIR2".
struct AdapterPlace {
  std::filesystem::path folder;
  double scale = 1;  ///< From 0, the base model, to 1, the adapter as it is.
  std::optional<std::filesystem::path> base = {};  ///< In place of the one that the adapter names.

  /// As a person writes it.
  std::filesystem::path path() const;
};
/// Nothing for a word after "#" that is not known and for a scale outside of [0, 1].
std::optional<AdapterPlace> readAdapterPlace(const std::filesystem::path& path);
/// The same; throws Error where that is nothing.
AdapterPlace adapterPlace(const std::filesystem::path& path);

/// Whether `folder` holds an adapter (PEFT) and no whole model.
bool isAdapter(const std::filesystem::path& folder);

/// The model that an adapter makes of its base: LoRA (Hu et al. 2021), also with the scale of rsLoRA (Kalajdzievski
/// 2023) and the magnitudes of DoRA (Liu et al. 2024). With a scale t each weight is W + t · (W' - W), where W' is that
/// of the adapter, those of whole modules that it saves too; what the base lacks is the adapter's. Its functions throw
/// Error for adapters of other kinds, for settings that are not computed, for tensors that do not fit the base, and
/// where the base is not found: where --base says, beside the adapter, or in the cache.
ModelSource adapterSource(const AdapterPlace& place);

}  // namespace headlight

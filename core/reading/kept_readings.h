#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <vector>

#include "core/reading/reader.h"

namespace headlight {

/// Models that were opened and their last readings, for a process that is asked several times about the same: while one
/// lives, openModelSource() and read() look here before they open and run. A model is the same while the names, sizes
/// and times of its files are; adapters are opened anew, since their base lies elsewhere. Kept are the last 4 models and,
/// of up to 8,192 tokens together, the last 4 readings; the last one whatever its length.
class KeptReadings {
 public:
  /// Throws Error where there is one already.
  KeptReadings();
  ~KeptReadings();
  KeptReadings(const KeptReadings&) = delete;
  KeptReadings& operator=(const KeptReadings&) = delete;

  /// The one that lives; null where there is none.
  static KeptReadings* current();

  /// The model in `folder`, from `open` where it is not kept.
  Source model(const std::filesystem::path& folder, const std::function<Source()>& open);
  /// What read(source, input, options) gives, from `run` where it is not kept.
  Reading reading(const Source& source, const Input& input, const ReadOptions& options,
                  const std::function<Reading()>& run);

 private:
  /// A file of a model as it was when that was opened.
  struct Stamp {
    std::string name;
    std::uintmax_t bytes = 0;
    std::filesystem::file_time_type time;
    bool operator==(const Stamp&) const = default;
  };
  struct KeptModel {
    std::filesystem::path folder;
    std::vector<Stamp> files;
    Source source;
  };
  struct KeptReading {
    std::shared_ptr<const Model> model;
    Input input;
    ReadOptions options;
    Reading reading;
  };
  static std::vector<Stamp> stampsOf(const std::filesystem::path& folder);

  std::mutex m_mutex;
  std::list<KeptModel> m_models;      ///< The last one first.
  std::list<KeptReading> m_readings;  ///< Likewise.
};

}  // namespace headlight

#include "core/reading/kept_readings.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/model/adapter.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostModels = 4, kMostReadings = 4, kMostFiles = 1000;
constexpr std::size_t kMostTokens = 8192;

KeptReadings* s_current = nullptr;

std::size_t tokensIn(const Trace& trace) {
  std::size_t count = trace.encoding.size();
  if (trace.source) count += trace.source->encoding.size();
  if (trace.tower) count += trace.tower->encoding.size();
  return count;
}

/// Whether what was read with `kept` is what `wanted` asks for. Where a run begins changes nothing of it.
bool answers(const ReadOptions& kept, const ReadOptions& wanted) {
  return kept.interventions == wanted.interventions && kept.lenient == wanted.lenient &&
         kept.alternatives == wanted.alternatives && (kept.logits || !wanted.logits);
}

}  // namespace

KeptReadings::KeptReadings() {
  if (s_current) throw Error("kept readings: expected none yet, found some");
  s_current = this;
}

KeptReadings::~KeptReadings() { s_current = nullptr; }

KeptReadings* KeptReadings::current() { return s_current; }

/// Those of the files beside a model that is one file, too, since it may be in parts; nothing for what cannot be told.
std::vector<KeptReadings::Stamp> KeptReadings::stampsOf(const fs::path& folder) {
  std::vector<Stamp> stamps;
  std::error_code failed;
  if (!isThere(folder) || (isFolder(folder) && isAdapter(folder))) return {};
  const fs::path root = isFolder(folder) ? folder : folder.parent_path();
  for (fs::recursive_directory_iterator entry(root.empty() ? fs::path(".") : root, failed), end;
       !failed && entry != end; entry.increment(failed)) {
    if (!isFolder(folder)) entry.disable_recursion_pending();
    if (!entry->is_regular_file(failed) || failed) continue;
    Stamp stamp{entry->path().string(), entry->file_size(failed), {}};
    if (!failed) stamp.time = entry->last_write_time(failed);
    if (failed || stamps.size() == kMostFiles) return {};
    stamps.push_back(std::move(stamp));
  }
  if (failed) return {};
  std::sort(stamps.begin(), stamps.end(), [](const Stamp& a, const Stamp& b) { return a.name < b.name; });
  return stamps;
}

Source KeptReadings::model(const fs::path& folder, const std::function<Source()>& open) {
  const std::lock_guard lock(m_mutex);
  std::vector<Stamp> files = stampsOf(folder);
  if (files.empty()) return open();
  const auto known = std::find_if(m_models.begin(), m_models.end(),
                                  [&](const KeptModel& each) { return each.folder == folder; });
  if (known != m_models.end() && known->files == files) {
    m_models.splice(m_models.begin(), m_models, known);
    return m_models.front().source;
  }
  if (known != m_models.end()) {
    m_readings.remove_if([&](const KeptReading& each) { return each.model == known->source.model; });
    m_models.erase(known);
  }
  Source source = open();
  m_models.push_front({folder, std::move(files), source});
  if (m_models.size() > kMostModels) {
    m_readings.remove_if([&](const KeptReading& each) { return each.model == m_models.back().source.model; });
    m_models.pop_back();
  }
  return source;
}

Reading KeptReadings::reading(const Source& source, const Input& input, const ReadOptions& options,
                              const std::function<Reading()>& run) {
  if (!source.model || options.onToken) return run();
  {
    const std::lock_guard lock(m_mutex);
    const auto known = std::find_if(m_readings.begin(), m_readings.end(), [&](const KeptReading& each) {
      return each.model == source.model && answers(each.options, options) && each.input == input;
    });
    if (known != m_readings.end()) {
      m_readings.splice(m_readings.begin(), m_readings, known);
      return m_readings.front().reading;
    }
  }
  Reading reading = run();
  ReadOptions how = options;
  how.progress = {};
  how.resumeFrom = {};
  const std::lock_guard lock(m_mutex);
  m_readings.push_front({source.model, input, std::move(how), reading});
  std::size_t tokens = 0, count = 0;
  for (auto each = m_readings.begin(); each != m_readings.end(); ++each) {
    tokens += tokensIn(*each->reading.firstDraw);
    if (count++ == 0 || (count <= kMostReadings && tokens <= kMostTokens)) continue;
    m_readings.erase(each, m_readings.end());
    break;
  }
  return reading;
}

}  // namespace headlight

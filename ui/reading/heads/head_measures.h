#pragma once

#include <QObject>
#include <QPointer>
#include <deque>

#include "ui/figures/heads_report.h"
#include "ui/job.h"
#include "ui/reading/workspace.h"

namespace headlight {

/// The metrics and labels of the heads of a workspace's readings, computed in the background when they are asked for
/// and shared by all who show them: the atlas, the table, the scatter.
class HeadMeasures final : public QObject {
  Q_OBJECT
 public:
  /// Those of a workspace, made when they are first asked for.
  static HeadMeasures& of(Workspace* workspace);

  /// What is known of the heads of one attention of a reading.
  struct Known {
    std::shared_ptr<const HeadsReport> report;  ///< Null while it is computed, and where it cannot be.
    QString problem;                            ///< Why it cannot be.
  };
  /// What is not known yet is computed, and changed() follows.
  Known ask(const std::shared_ptr<const RunResult>& result, AttentionType attention);
  JobSignals& job() { return m_job; }

 signals:
  /// Something that was asked for is known now.
  void changed();

 private:
  explicit HeadMeasures(Workspace* workspace) : QObject(workspace) {}

  using Probe = std::vector<std::vector<ProbeScores>>;
  struct Key {
    std::shared_ptr<const AttentionMaps> maps;
    AttentionType attention = AttentionType::Self;
    bool operator==(const Key&) const = default;
  };
  struct Entry {
    Key key;
    Known known;
  };
  struct Computed {
    HeadsReport report;
    Probe probe;
  };
  void take(const Key& key, Known known);

  std::deque<Entry> m_known;  ///< The last ones that were computed, the newest first.
  std::optional<Key> m_computing;
  std::shared_ptr<const Model> m_probed;  ///< The model that m_probe is of: random tokens need no text.
  AttentionType m_probedAttention = AttentionType::Self;
  Probe m_probe;
  Job<Computed> m_job;
};

}  // namespace headlight

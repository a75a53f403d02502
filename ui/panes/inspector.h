#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "core/analysis/metrics.h"
#include "ui/job.h"
#include "ui/reading/engine.h"
#include "ui/reading/linked_selection.h"

class QLabel;
class QVBoxLayout;

namespace headlight {

class BarList;
class TextField;

/// What the numbers beside the pictures are about.
struct Inspected {
  std::shared_ptr<const RunResult> reading;  ///< Null before there is one.
  HeadId head;                               ///< One that it has, of the attention that is looked at.
  TokenLink tokens;                          ///< From the tokens that selections count by to those of the reading.
  QString source;                            ///< Which reading it is; empty for the first one.
  QString note;                              ///< What a person wrote about the head.

  /// The attention that it is about; null before there is a reading.
  std::shared_ptr<const AttentionMaps> maps() const;
};

/// Numbers beside the pictures: the selected token's strongest links in a head, what the model predicts, and a few
/// facts about the head.
class Inspector final : public QWidget {
  Q_OBJECT
 public:
  explicit Inspector(Selection* selection, QWidget* parent = nullptr);

  void inspect(const Inspected& what);
  HeadId head() const { return m_seen.head; }
  /// Another note of the head that it is about.
  void setNote(const QString& note);

 signals:
  /// What a person writes about a head, as it is typed.
  void noteWritten(headlight::HeadId head, const QString& note);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  struct Section {
    QWidget* box;
    QLabel* title;
    BarList* bars;
  };
  Section addSection(const QString& objectName, const QString& title, QVBoxLayout* column);
  void showToken();
  /// What cross-attention as a whole looks at, whichever token is chosen.
  void showCoverage();
  /// What the upper part is about; not strong when it is only a hint.
  void setHeading(const QString& text, bool strong);
  void showPredictions();
  void requestFacts();
  void showFacts(const HeadMetrics& metrics);

  LinkedSelection m_selection;
  Inspected m_seen;
  QLabel* m_token;
  Section m_keys, m_queries;
  QVBoxLayout* m_predictionColumn;
  std::vector<Section> m_predictions;
  QLabel* m_head;
  QLabel* m_facts;
  TextField* m_note;
  Job<HeadMetrics> m_factsJob;
};

}  // namespace headlight

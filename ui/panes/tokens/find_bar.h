#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/analysis/long_range_links.h"
#include "ui/job.h"
#include "ui/reading/workspace.h"
#include "ui/state/panel_lens.h"

class QAction;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace headlight {

/// Where words begin in the tokens of a text: the first token of each place where `words` stand, whatever the case of
/// the letters; "#12" is token 12.
std::vector<Index> tokensWith(const std::vector<Token>& tokens, const QString& words);

/// A line to find things in a long text: tokens by their words or their number, and the strongest links between tokens
/// far apart. What is found is selected, and every panel brings it into view.
class FindBar final : public QWidget {
  Q_OBJECT
 public:
  explicit FindBar(Workspace* workspace, QWidget* parent = nullptr);

  /// Which attention far links are looked for in: what a panel sees of a head.
  void setSight(const LensResult& sight, HeadId head);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void makeActions();
  /// Shows the line and puts the keyboard into it.
  void open();
  /// The strongest far link of the panel's head, then the next one each time.
  void nextFarLink();
  void close();
  void search();
  void step(int by);
  void showFound();
  void showFarLink();
  /// The far links that are known are of other weights than the present ones.
  void forgetLinks();

  Workspace* m_workspace;
  QAction *m_next, *m_previous, *m_farLink;
  QLineEdit* m_words;
  QLabel* m_count;
  QSpinBox* m_distance;
  QLabel* m_link;
  std::vector<Index> m_found;
  std::size_t m_at = 0;  ///< Which of them is selected.
  LensResult m_sight;
  HeadId m_head;
  std::optional<std::vector<LongRangeLink>> m_links;
  std::size_t m_linkAt = 0;
  Job<std::vector<LongRangeLink>> m_looking;
};

}  // namespace headlight

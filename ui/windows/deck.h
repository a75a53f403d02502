#pragma once

#include <QObject>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ui/export/exporter.h"
#include "ui/job.h"
#include "ui/reading/workspace.h"
#include "ui/state/session_file.h"

namespace headlight {

/// The deck of a workspace: collects slides, keeps their pictures, computes those that came from a file, and exports
/// them. The slides themselves are part of the WorkspaceState, so that undo and sessions have them.
class Deck final : public QObject {
  Q_OBJECT
 public:
  /// Reads the statistics of a view and makes their picture; throws Error.
  using MakeStatistics = std::function<Exportable(const StatisticsView&)>;
  /// `session` is what a session of the workspace would be now.
  Deck(Workspace* workspace, std::function<Session()> session, Engine engine, MakeStatistics statistics,
       QObject* parent);
  ~Deck() override;

  /// Has what was typed a moment ago taken over.
  void flush() { emit flushRequested(); }
  /// Adds a slide of one panel as it is now; `shown` is its picture.
  void add(const PanelState& panel, const Exportable& shown);
  /// Adds a slide of statistics over many texts; `shown` is their picture. Throws Error where nothing is read.
  void add(const StatisticsView& view, const Exportable& shown);
  void setTexts(int page, const QString& title, const QString& sentence);
  void move(int from, int to);
  void remove(int page);
  /// Has the workspace show what a slide shows, or asks for the window of its statistics; the deck stays. Throws Error
  /// for a model that is not found.
  void open(int page);

  /// A page whose picture is still to be computed has neither `make` nor `parts`.
  std::vector<DeckPage> pages() const;
  /// Computes the pictures that are missing; picturesCame() says when they are there.
  void computePictures();
  /// Throws Error when there is nothing to write or it cannot be written.
  void write(const ExportSettings& settings, const QString& path) const;
  /// The same as Markdown with a picture for each slide.
  void writeMarkdown(const ExportSettings& settings, const QString& path) const;

 signals:
  void flushRequested();
  void picturesCame();
  void failed(const QString& message);
  void statisticsAsked(const StatisticsView& view);

 private:
  using Pictures = std::map<std::string, Exportable>;  ///< By what their slide shows.
  std::string session(const std::vector<DeckPage>& pages) const;
  /// Asks for another deck.
  template <class Change>
  void change(Change change);
  void add(DeckSlide slide, Exportable picture, const Session& session);

  Workspace* m_workspace;
  std::function<Session()> m_session;
  Engine m_engine;
  MakeStatistics m_statistics;
  Pictures m_known;
  Job<Pictures> m_job;
};

}  // namespace headlight

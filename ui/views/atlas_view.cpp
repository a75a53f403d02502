#include "ui/views/atlas_view.h"
